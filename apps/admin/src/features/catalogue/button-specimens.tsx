import { Button } from '@sasaeai/ui/button'
import { LinkButton } from '@sasaeai/ui/link-button'
import { TextLink } from '@sasaeai/ui/text-link'
import { CatalogueEntry, Specimen } from './catalogue-entry.tsx'

/** button, link-button and text-link. */
export function ButtonSpecimens() {
  return (
    <>
      <CatalogueEntry name="button" title="ボタン" description="何かを行うもの。主な操作は一画面に一つだけです。">
        <Specimen state="主・副・控えめ・取り返しのつかない操作">
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">記帳する</Button>
            <Button>下書きを保存</Button>
            <Button variant="quiet">やめる</Button>
            <Button variant="danger">伝票を取り消す</Button>
          </div>
        </Specimen>
        <Specimen state="アイコン付き・小さい">
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" icon="plus">
              束を受け付ける
            </Button>
            <Button icon="printer">受付票を印刷</Button>
            <Button size="small" icon="download">
              CSV
            </Button>
            <Button size="small" variant="quiet" icon="pencil">
              直す
            </Button>
          </div>
        </Specimen>
        <Specimen state="処理中・長い文">
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" isBusy busyLabel="記帳しています">
              記帳する
            </Button>
            <Button isBusy>保存する</Button>
            <Button>令和8年度の歳末たすけあい募金を共同募金会へ送金した記録を付ける</Button>
          </div>
        </Specimen>
      </CatalogueEntry>
      <CatalogueEntry name="link-button" title="リンク" description="どこかへ移るもの。見た目がボタンでも、働きはリンクです。">
        <Specimen state="ボタンの形・文中">
          <div className="flex flex-wrap items-center gap-4">
            <LinkButton href="#button" variant="primary" icon="arrow-right">
              受付を始める
            </LinkButton>
            <LinkButton href="#button">一覧へ戻る</LinkButton>
            <p>
              内訳は<TextLink href="#button">伝票一覧</TextLink>で確かめられます。
            </p>
          </div>
        </Specimen>
      </CatalogueEntry>
    </>
  )
}
