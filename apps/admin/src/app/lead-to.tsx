import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Leads to a page outside the shell, once. The router's own Navigate would lead again with every rendering, and the
 * shell is rendered while the other page is still being fetched.
 */
export function LeadTo({ page }: { page: '/' | '/sign-in' | '/setup' }) {
  const navigate = useNavigate()
  const { href } = useLocation()
  const [askedFor] = useState(href)
  useEffect(() => {
    void navigate({ to: page, search: page === '/sign-in' ? { to: askedFor } : {}, replace: true })
  }, [navigate, page, askedFor])
  return null
}
