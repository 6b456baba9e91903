import type { Role } from '@sasaeai/domain/user/role'
import { roleNames } from '@sasaeai/domain/user/role-name'
import { Button } from '@sasaeai/ui/button'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { roleOptions } from './role-choice.tsx'
import { UserActSection } from './user-act-section.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** 役割の変更 */
export function ChangeRoleForm({ user }: { user: ListedUser }) {
  const run = useRunCommand()
  const change = useMutation(trpc.user.changeRole.mutationOptions())
  const form = useForm<{ role: Role }>({ defaultValues: { role: user.role } })
  const submit = form.handleSubmit(({ role }) =>
    run(() => change.mutateAsync({ userId: user.id, role }), { done: `${user.name}さんを${roleNames[role]}にしました` }),
  )
  return (
    <UserActSection title="役割の変更" description="変えると、すぐにできることが変わります。">
      <form onSubmit={submit} className="flex flex-col items-start gap-3">
        <RadioGroupField label="役割" options={roleOptions} defaultValue={user.role} {...form.register('role')} />
        <Button type="submit" isBusy={change.isPending} busyLabel="変えています">役割を変える</Button>
      </form>
    </UserActSection>
  )
}
