import { z } from 'zod'
import type { DemoCustomer } from '../demo-gift-objects.ts'
import { newDemoId } from '../demo-ids.ts'
import type { DemoTurn } from '../demo-turn.ts'
import type { DemoApiCall } from './demo-api-call.ts'
import { formMetadataSchema, readParams } from './demo-params.ts'

const customerParams = z.strictObject({ email: z.email(), metadata: formMetadataSchema })

/** POST /v1/customers */
export async function createDemoCustomer(turn: DemoTurn, { values }: DemoApiCall): Promise<DemoCustomer> {
  const { email, metadata } = readParams(customerParams, values)
  const customer: DemoCustomer = { id: newDemoId('cus'), object: 'customer', created: turn.now(), email, livemode: false, metadata }
  turn.keep(customer)
  return customer
}
