import type { Deps } from '@sasaeai/api/deps'
import { careForPayments } from '@sasaeai/api/online-giving/care/care-for-payments'
import { applyDueEvents } from '@sasaeai/api/online-giving/event/apply-due-events'

function rethrow(fault: unknown): never {
  throw fault
}

/** Applies what is due, as the worker does. @throws whatever went wrong. */
export async function applyEvents(deps: Deps): Promise<void> {
  while ((await applyDueEvents(deps, rethrow)) > 0);
}

/** The same, and what follows from payments: receipts, mails of thanks. */
export async function applyAndCare(deps: Deps): Promise<void> {
  await applyEvents(deps)
  while (await careForPayments(deps, { mayGoOn: () => true, onFault: rethrow }));
}
