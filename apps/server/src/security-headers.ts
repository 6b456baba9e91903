import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers that bind the browser to our own files: no foreign or inline script, no framing, no plug-ins. */
export function securityHeaders(isSecure: boolean): RequestHandler[] {
  return [fileBinding(isSecure), leaveForeignOpener]
}

/**
 * A page that a foreign one has opened is let go of it: the foreign one can neither watch nor steer it. Who has typed the
 * address, or comes from a page of ours, has no such opener, and is spared the header: it makes the browser throw away the
 * process that it has ready and start another one, for longer than it takes to draw the page. What does not say where it
 * comes from is treated as foreign.
 */
const leaveForeignOpener: RequestHandler = (request, response, next) => {
  const site = request.headers['sec-fetch-site']
  if (site !== 'none' && site !== 'same-origin') response.set('cross-origin-opener-policy', 'same-origin')
  response.vary('sec-fetch-site')
  next()
}

function fileBinding(isSecure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // React sets style attributes; they cannot load or run anything.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    // See leaveForeignOpener.
    crossOriginOpenerPolicy: false,
  })
}
