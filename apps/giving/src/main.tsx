import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CouncilPage } from './council-page.tsx'
import './giving.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
createRoot(root).render(
  <StrictMode>
    <CouncilPage />
  </StrictMode>,
)
