import { z } from 'zod'
import { expireDemoSession } from '../demo-checkout.ts'
import { DemoApiError } from '../demo-api-error.ts'
import { demoCustomerSchema, demoSessionSchema, type DemoSession } from '../demo-gift-objects.ts'
import { newDemoId } from '../demo-ids.ts'
import type { DemoTurn } from '../demo-turn.ts'
import { amountSchema, formMetadataSchema, readParams, wholeSchema } from './demo-params.ts'
import type { DemoApiCall } from './demo-api-call.ts'

const carriedSchema = z.strictObject({ metadata: formMetadataSchema, description: z.string().optional() }).optional()

const priceSchema = z.strictObject({
  currency: z.literal('jpy'),
  unit_amount: amountSchema.refine((amount) => amount >= 50, 'The amount must be at least ¥50.'),
  product_data: z.strictObject({ name: z.string().min(1).max(250) }),
  recurring: z.strictObject({ interval: z.literal('month') }).optional(),
})

/** Only what pay pages for gifts are made with: whatever else is sent is an error that should be seen. */
const createSchema = z.strictObject({
  ui_mode: z.literal('hosted_page'),
  submit_type: z.literal('donate'),
  mode: z.enum(['payment', 'subscription']),
  line_items: z.array(z.strictObject({ quantity: z.literal('1'), price_data: priceSchema })).length(1),
  client_reference_id: z.string().max(200).optional(),
  customer: z.string().optional(),
  customer_email: z.email().optional(),
  locale: z.enum(['ja', 'en']),
  success_url: z.url(),
  cancel_url: z.url(),
  expires_at: wholeSchema,
  metadata: formMetadataSchema,
  payment_intent_data: carriedSchema,
  subscription_data: carriedSchema,
})

/** POST /v1/checkout/sessions */
export async function createDemoSession(turn: DemoTurn, { values, wallNow }: DemoApiCall): Promise<DemoSession> {
  const wanted = readParams(createSchema, values)
  const [line] = wanted.line_items
  const seconds = wanted.expires_at - Math.floor(wallNow / 1000)
  // A minute more either way, for clocks that differ and calls that wait.
  if (seconds < 29 * 60 || seconds > 24 * 60 * 60 + 60) {
    throw new DemoApiError(400, { param: 'expires_at', message: 'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.' })
  }
  const isMonthly = wanted.mode === 'subscription'
  if (line === undefined || isMonthly !== (line.price_data.recurring !== undefined)) {
    throw new DemoApiError(400, { param: 'line_items', message: 'You must provide a recurring price in `subscription` mode, and none in `payment` mode.' })
  }
  const payer = await payerOf(turn, wanted)
  const carried = isMonthly ? wanted.subscription_data : wanted.payment_intent_data
  const { name } = line.price_data.product_data
  const id = newDemoId('cs')
  // The demo gateway stands in the server that it takes orders from: the giver has found it by this name already.
  const url = new URL(`/demo-gateway/${turn.accountCode}/pay/${id}`, wanted.success_url).href
  const session: DemoSession = {
    ...sessionOf(wanted),
    ...payer,
    id,
    amount_total: line.price_data.unit_amount,
    created: turn.now(),
    mode: wanted.mode,
    url,
    demo: { name, metadata: carried?.metadata ?? {}, lastsUntil: turn.now() + seconds, payUrl: url },
  }
  turn.keep(session)
  return session
}

/** GET /v1/checkout/sessions/:id */
export async function findDemoSession(turn: DemoTurn, { id }: DemoApiCall): Promise<DemoSession> {
  const session = await turn.find(demoSessionSchema, id)
  if (session === null) throw DemoApiError.missing('checkout.session', id)
  return session
}

/** POST /v1/checkout/sessions/:id/expire */
export async function closeDemoSession(turn: DemoTurn, call: DemoApiCall): Promise<DemoSession> {
  const session = await findDemoSession(turn, call)
  if (session.status !== 'open') {
    throw new DemoApiError(400, { message: 'Only Checkout Sessions with a status in ["open"] can be expired.' })
  }
  return expireDemoSession(turn, session)
}

/** Either a customer, whose address it then has, or an address alone. */
async function payerOf(
  turn: DemoTurn, { customer, customer_email: email }: z.output<typeof createSchema>,
): Promise<Pick<DemoSession, 'customer' | 'customer_email' | 'customer_details'>> {
  if (customer === undefined) {
    if (email === undefined) throw new DemoApiError(400, { code: 'parameter_missing', param: 'customer_email', message: 'Missing required param: customer_email.' })
    return { customer: null, customer_email: email, customer_details: { email } }
  }
  if (email !== undefined) throw new DemoApiError(400, { param: 'customer', message: 'You may only specify one of these parameters: customer, customer_email.' })
  const found = await turn.find(demoCustomerSchema, customer)
  if (found === null) throw DemoApiError.missing('customer', customer)
  return { customer, customer_email: null, customer_details: { email: found.email } }
}

function sessionOf(wanted: z.output<typeof createSchema>) {
  return {
    object: 'checkout.session',
    cancel_url: wanted.cancel_url,
    client_reference_id: wanted.client_reference_id ?? null,
    currency: 'jpy',
    expires_at: wanted.expires_at,
    invoice: null,
    livemode: false,
    locale: wanted.locale,
    metadata: wanted.metadata,
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    submit_type: wanted.submit_type,
    subscription: null,
    success_url: wanted.success_url,
    ui_mode: 'hosted_page',
  } as const
}
