import { router } from '../procedure-for.ts'
import { letterTemplateRouter } from './template/letter-template-router.ts'

/** 文書・発送: what letters and mails say, and to whom they went. */
export const letterRouter = router({
  template: letterTemplateRouter,
})
