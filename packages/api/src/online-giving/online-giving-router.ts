import { router } from '../procedure-for.ts'
import { givingSettingsRouter } from './settings/giving-settings-router.ts'

/** オンライン寄附, as the office sees it */
export const onlineGivingRouter = router({
  settings: givingSettingsRouter,
})
