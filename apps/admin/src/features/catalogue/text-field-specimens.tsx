import { HelpTip } from '@sasaeai/ui/help-tip'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { CatalogueEntry, Specimen, SpecimenGrid } from './catalogue-entry.tsx'

const longText = '久留米市社会福祉協議会荘島校区社会福祉協議会福祉推進委員会ふれあいいきいきサロン運営協議会'

/** text-field, text-area-field and help-tip. */
export function TextFieldSpecimens() {
  return (
    <>
      <CatalogueEntry
        name="text-field"
        title="一行の文字"
        description="見出し、説明、入力欄、誤りの順に並びます。かな漢字変換の途中では検証も送信もしません。"
      >
        <SpecimenGrid>
          <Specimen state="空">
            <TextField label="氏名" requirement="required" support="領収書に書く名前です。" autoComplete="off" />
          </Specimen>
          <Specimen state="入力済み・任意">
            <TextField label="フリガナ" requirement="optional" defaultValue="タカハシ　ハナコ" />
          </Specimen>
          <Specimen state="誤り">
            <TextField
              label="郵便番号"
              requirement="required"
              width="short"
              defaultValue="830-00"
              error="7桁で入力してください。例：830-0027、8300027"
            />
          </Specimen>
          <Specimen state="単位付き・言葉の説明">
            <TextField
              label="依頼した世帯数"
              width="tiny"
              unit="世帯"
              inputMode="numeric"
              className="figures"
              defaultValue="128"
              help={<HelpTip term="依頼した世帯数">自治会が会費をお願いした世帯の数です。空き家や施設は含みません。</HelpTip>}
            />
          </Specimen>
          <Specimen state="長い文">
            <TextField label="団体名" width="full" defaultValue={longText} />
          </Specimen>
          <Specimen state="読み取り専用">
            <TextField label="支援者番号" width="short" defaultValue="S-000128" readOnly />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
      <CatalogueEntry name="text-area-field" title="数行の文字" description="書いた分だけ枠が伸びます。">
        <SpecimenGrid>
          <Specimen state="空">
            <TextAreaField label="備考" requirement="optional" support="受付票に印刷されます。" />
          </Specimen>
          <Specimen state="入力済み・誤り">
            <TextAreaField
              label="取り消す理由"
              requirement="required"
              defaultValue="金額の打ち間違い"
              error="10文字以上で、あとから読んでわかるように書いてください。例：封筒の表書きと現金が3,000円違っていたため"
            />
          </Specimen>
        </SpecimenGrid>
      </CatalogueEntry>
      <CatalogueEntry name="help-tip" title="言葉の説明" description="難しい言葉の横の「？」。押すと二文だけ説明します。">
        <Specimen state="本文の中">
          <p>
            預り金
            <HelpTip term="預り金">
              共同募金会のお金を、送金するまで預かっているものです。社協の収入ではありません。
            </HelpTip>
            の残高は、運動ごとにゼロになるまで表示します。
          </p>
        </Specimen>
      </CatalogueEntry>
    </>
  )
}
