import { NoticeBanner, type NoticeBannerProps } from '@sasaeai/ui/notice-banner'
import { useSite } from './site-context.ts'

/** A notice whose tone is said in the language of the page. */
export function SiteNotice(notice: Omit<NoticeBannerProps, 'toneLabel'>) {
  return <NoticeBanner {...notice} toneLabel={useSite().words.tones[notice.tone]} />
}
