import { auditFields, auditNameOfField, auditValueText } from '@sasaeai/domain/user/audit-value-text'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

/** The before and after of an event side by side, field by field, in a clerk's words. */
export function AuditChange({ before, after }: { before: unknown; after: unknown }) {
  const [old, recent] = [auditFields(before), auditFields(after)]
  const known = useQuery(trpc.audit.names.queryOptions(undefined, { staleTime: 60_000 }))
  const namesById = new Map(known.data)
  const names = [...new Set([...Object.keys(old), ...Object.keys(recent)])]
  return (
    <div className="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label="変わったところ">
      <table className="text-[0.9375rem]">
        <thead>
          <tr className="text-left text-ink-sub">
            <th scope="col" className="pr-6 font-normal">項目</th>
            <th scope="col" className="pr-6 font-normal">前</th>
            <th scope="col" className="font-normal">後</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className="align-top">
              <th scope="row" className="pr-6 text-left font-normal">{auditNameOfField(name, namesById)}</th>
              <td className="max-w-72 pr-6 break-words">{auditValueText(name, old[name], namesById)}</td>
              <td className="max-w-72 font-bold break-words">{auditValueText(name, recent[name], namesById)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
