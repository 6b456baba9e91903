import { Button } from '@sasaeai/ui/button'
import { DemoRibbon } from '@sasaeai/ui/demo-ribbon'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextLink } from '@sasaeai/ui/text-link'
import { useCallback, useEffect, useState } from 'react'
import { CouncilContact } from './council-contact.tsx'
import { type FrontDoor, readFrontDoor } from './front-door.ts'

/** The public front page: whose house this is, and how to reach them. */
export function CouncilPage() {
  const { door, isLost, retry } = useFrontDoor()
  const council = door?.isSetUp === true ? door.council : undefined
  return (
    <div className="flex min-h-dvh flex-col">
      {council?.isDemo === true && (
        <header>
          <DemoRibbon>
            <strong>デモ</strong>実際のお金は動きません
          </DemoRibbon>
        </header>
      )}
      <main className="mx-auto w-full max-w-2xl flex-1 px-5 py-12 sm:py-20">
        {isLost && (
          <NoticeBanner tone="error" isLive title="ページを読み込めませんでした" action={<Button onClick={retry}>もう一度読み込む</Button>}>
            通信を確かめて、もう一度お試しください。
          </NoticeBanner>
        )}
        {door === undefined && !isLost && <LoadingSkeleton lines={5} />}
        {council !== undefined && <CouncilContact council={council} />}
        {door?.isSetUp === false && (
          <>
            <h1 className="text-[1.75rem] leading-140 font-bold">準備中です</h1>
            <p className="mt-4">このページは、社会福祉協議会の登録が済むと表示されます。</p>
          </>
        )}
      </main>
      <footer className="border-t border-line px-5 py-5 text-center">
        <TextLink href="/admin/" className="inline-flex min-h-11 items-center">職員の方はこちら</TextLink>
      </footer>
    </div>
  )
}

function useFrontDoor() {
  const [door, setDoor] = useState<FrontDoor>()
  const [isLost, setIsLost] = useState(false)
  const read = useCallback(() => {
    readFrontDoor().then((answer) => {
      if (answer.isSetUp) document.title = answer.council.name
      setDoor(answer)
    }, () => setIsLost(true))
  }, [])
  useEffect(read, [read])
  const retry = () => {
    setIsLost(false)
    read()
  }
  return { door, isLost, retry }
}
