import { addressTextSchema } from '@sasaeai/domain/supporter/supporter-details'
import { postalCodeSchema } from '@sasaeai/domain/text/postal-code'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { findPlacesOfAddress, findPlacesOfCode } from './find-postal-places.ts'

/** 郵便番号の辞書: what a code and an address say of each other. It names nobody. */
export const postalCodeRouter = router({
  places: procedureFor('ground.read')
    .input(z.object({ postalCode: postalCodeSchema }))
    .query(({ input }) => findPlacesOfCode(input.postalCode)),
  ofAddress: procedureFor('ground.read')
    .input(z.object({ address: addressTextSchema }))
    .query(({ input }) => findPlacesOfAddress(input.address)),
})
