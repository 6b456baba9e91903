import { composeLetter, type LetterCase } from '@sasaeai/domain/letter/compose-letter'
import { type LetterTemplateDetails, letterTemplateDetailsSchema } from '@sasaeai/domain/letter/letter-template-details'
import { fillText, markOf } from '@sasaeai/domain/letter/letter-text'
import { problemOfText } from '@sasaeai/domain/letter/letter-text-problem'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../../../app/save-file.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { PreviewCaseField, useSampleCase } from './preview-case-field.tsx'

/** What a template looks like for somebody: live while it is written, and on A4 as a PDF. */
export function LetterPreview({ draft }: { draft: LetterTemplateDetails }) {
  const sample = useSampleCase(draft.kind)
  const [chosen, setChosen] = useState<{ kind: LetterTemplateDetails['kind']; letter: LetterCase }>()
  // A gift that was chosen is nothing for another kind of letter.
  const letter = chosen?.kind === draft.kind ? chosen.letter : sample
  const { missing } = composeLetter(draft, letter.values)
  const problem = problemOfText(draft.kind, `${draft.heading}\n${draft.subject}\n${draft.body}`)
  return (
    <section aria-labelledby="letter-preview" className="flex flex-col gap-4 xl:sticky xl:top-4 xl:self-start">
      <h2 id="letter-preview" className="text-[1.125rem] font-bold">見え方</h2>
      <PreviewCaseField key={draft.kind} kind={draft.kind} onChoose={(next) => setChosen(next === null ? undefined : { kind: draft.kind, letter: next })} />
      {problem !== null && <p className="text-[0.875rem] text-red-900">{problem}</p>}
      {missing.length > 0 && <p className="text-[0.875rem] text-ink-sub">{missing.map((field) => markOf(field)).join(' ')} が空のため、その行は出ません。</p>}
      {draft.forPaper && <PaperPreview draft={draft} letter={letter} />}
      {draft.forMail && <MailPreview draft={draft} letter={letter} />}
    </section>
  )
}

interface PreviewProps {
  readonly draft: LetterTemplateDetails
  readonly letter: LetterCase
}

function PaperPreview({ draft, letter: { addressee, values } }: PreviewProps) {
  const { title, paragraphs, facts } = composeLetter(draft, values)
  return (
    <div className="flex flex-col gap-3">
      <article aria-label="紙の見え方" className="border border-line bg-white px-6 py-7 text-[0.8125rem] leading-170 shadow-float">
        <p>〒{addressee.postalCode}<br />{addressee.address}<br />{addressee.name}　{addressee.honorific}</p>
        <p className="text-right">{values.letterDay}</p>
        <p className="text-right">{values.councilName}<br />{values.representative}</p>
        <h3 className="my-4 text-center text-[1rem] font-bold">{title}</h3>
        {paragraphs.map((paragraph, place) => (
          <p key={`${place}.${paragraph}`} className={closings.has(paragraph) ? 'text-right' : 'indent-[1em]'}>{paragraph}</p>
        ))}
        {facts.length > 0 && (
          <>
            <p className="mt-3 text-center">記</p>
            <dl className="mx-4 my-2 grid grid-cols-[7em_1fr] gap-x-3">
              {facts.map(({ label, text }) => (
                <div key={label} className="contents"><dt>{label}</dt><dd>{text}</dd></div>
              ))}
            </dl>
            <p className="text-right">以上</p>
          </>
        )}
      </article>
      <PdfButton draft={draft} letter={{ addressee, values }} />
    </div>
  )
}

/** Words that end a letter stand at the end of their line, as on paper. */
const closings = new Set(['敬具', '謹白', '敬白', '草々', 'かしこ', '以上'])

function MailPreview({ draft, letter: { values } }: PreviewProps) {
  return (
    <article aria-label="メールの見え方" className="border border-line bg-white p-5 text-[0.875rem] leading-170">
      <p className="mb-3 border-b border-line-faint pb-2"><span className="text-ink-sub">件名　</span>{fillText(draft.subject, values).lines.join('')}</p>
      <p className="whitespace-pre-line">{fillText(draft.body, values).lines.join('\n\n')}</p>
    </article>
  )
}

/** A4 as it would be printed. A template that has something wrong with it says so in its own form first. */
function PdfButton({ draft, letter }: PreviewProps) {
  const mayManage = useMayDo('ground.manage')
  const make = useMutation(trpc.letter.template.preview.mutationOptions())
  const run = useRunCommand()
  if (!mayManage) return null
  const details = letterTemplateDetailsSchema.safeParse(draft)
  const press = () =>
    run(async () => {
      if (!details.success) return { ok: false, code: 'letter_template_unfinished' }
      saveFile(await make.mutateAsync({ details: details.data, letter }))
      return { ok: true, value: null }
    }, { done: 'A4の見本を保存しました' })
  return <Button icon="download" className="self-start" isBusy={make.isPending} onClick={() => void press()}>A4のPDFで確かめる</Button>
}
