import { EmptyState } from '@sasaeai/ui/empty-state'
import type { MemberSearch } from './member-search.ts'

/** Why the list is empty: because of the filters, or because nobody has been registered yet. */
export function MembersEmpty({ search }: { readonly search: MemberSearch }) {
  const isNarrowed = Object.values(search).some((value) => value !== undefined)
  if (isNarrowed) {
    return (
      <EmptyState title="当てはまる会員はいません" icon="search">
        条件を減らすか、年度を変えてください。退会した会員は「状態」で選べます。
      </EmptyState>
    )
  }
  return <EmptyState title="会員はまだいません">「入会を登録する」か、Excelの名簿をファイルから取り込むと、ここに並びます。</EmptyState>
}
