import { formatInstant } from '../../user/instant-text.ts'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { DuplicateLine } from './duplicate-line.tsx'

/** 名寄せの候補: records that may be one supporter, the likeliest first, with what speaks for it. */
export function DuplicatesPage() {
  const list = useInfiniteQuery(
    trpc.supporter.merge.candidates.infiniteQueryOptions({}, { initialCursor: null, getNextPageParam: (page) => page.next }),
  )
  const write = useMutation(trpc.supporter.merge.export.mutationOptions())
  const mayWrite = useMayDo('supporter.write')
  const [first] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHeader
        title="名寄せ"
        description="同じ方が二重に登録されているかもしれない組です。似ているだけの別人のこともあるので、見比べてから決めてください。"
        crumbs={[{ label: '支援者', href: '/admin/supporters' }, { label: '名寄せ' }]}
        actions={
          <>
            <ExportChoice subject="名寄せの候補" write={(format) => write.mutateAsync({ format })} />
            {mayWrite && <SearchButton />}
          </>
        }
      />
      <p className="mb-4 print-hidden"><AppLink to="/supporters/merges">名寄せの履歴</AppLink></p>
      {list.isError && rows === undefined && <PageError reset={() => void list.refetch()} />}
      {list.isPending && <LoadingSkeleton lines={8} />}
      {first !== undefined && rows !== undefined && (
        <>
          <p aria-live="polite">
            候補 <strong className="figures">{groupDigits(first.count ?? 0)}</strong>組
            <span className="text-ink-sub">（{searchedWords(first.searchedAt)}、別人とした組 {groupDigits(first.apartCount)}）</span>
          </p>
          <Candidates rows={rows} isSearched={first.searchedAt !== null} />
          {rows.length > 0 && (
            <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(first.count ?? 0)} hasMore={list.hasNextPage}
              isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
          )}
        </>
      )}
    </>
  )
}

type Rows = Parameters<typeof DuplicateLine>[0]['candidate'][]

function Candidates({ rows, isSearched }: { readonly rows: Rows; readonly isSearched: boolean }) {
  if (rows.length === 0) {
    return isSearched ? (
      <EmptyState title="候補はありません" icon="success">二重の登録らしいものは見つかりませんでした。登録が増えたら、また「候補をさがす」を押してください。</EmptyState>
    ) : (
      <EmptyState title="まださがしていません" icon="search">「候補をさがす」を押すと、名簿全体から似た登録をさがします。</EmptyState>
    )
  }
  return (
    <ul aria-label="名寄せの候補" className="mt-3 flex flex-col border-t border-line">
      {rows.map((candidate) => (
        <DuplicateLine key={`${candidate.first.supporterId} ${candidate.second.supporterId}`} candidate={candidate} />
      ))}
    </ul>
  )
}

function searchedWords(searchedAt: string | null): string {
  return searchedAt === null ? 'まださがしていません' : `${formatInstant(searchedAt)}にさがした結果`
}

function SearchButton() {
  const search = useMutation(trpc.supporter.merge.search.mutationOptions())
  const run = useRunCommand()
  return (
    <Button variant="primary" icon="search" isBusy={search.isPending} busyLabel="さがしています"
      onClick={() => void run(() => search.mutateAsync(), { done: '名簿全体をさがしました' })}>
      候補をさがす
    </Button>
  )
}
