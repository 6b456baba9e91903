import { expect, test } from 'vitest'
import { honorificOf } from './honorific.ts'

test('people are 様, bodies 御中, unless somebody chose otherwise', () => {
  expect([honorificOf('person', ''), honorificOf('family', ''), honorificOf('anonymous', '')]).toEqual(['様', '様', '様'])
  expect([honorificOf('organization', ''), honorificOf('neighborhood_association', '')]).toEqual(['御中', '御中'])
  expect([honorificOf('person', '先生'), honorificOf('organization', '殿')]).toEqual(['先生', '殿'])
})
