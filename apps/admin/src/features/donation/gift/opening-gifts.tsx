import { AppLink } from '../../../app/app-link.tsx'
import type { GiftSearch } from './gift-search.ts'

/** A figure that opens the gifts that it is made of. */
export function Opening({ gifts, children }: { gifts: GiftSearch; children: string }) {
  return <AppLink to="/donations" search={gifts}>{children}</AppLink>
}
