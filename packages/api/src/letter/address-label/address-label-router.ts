import { previewLabelsSchema } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { procedureFor, router } from '../../procedure-for.ts'
import { previewLabels } from './preview-labels.ts'
import type { RecipientSources } from './recipient-sources.ts'

/** 宛名ラベルと封筒; the papers themselves are ordered like every other (document). */
export function addressLabelRouterOf(sources: RecipientSources) {
  return router({
    preview: procedureFor('supporter.read')
      .input(previewLabelsSchema)
      .query(({ ctx, input }) => previewLabels(ctx.deps, sources, input)),
  })
}
