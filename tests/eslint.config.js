import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { importRules } from './imports.js';

export default [
  {
    // Patterns are relative to the root, though this file is not there.
    basePath: join(import.meta.dirname, '..'),
    ignores: [
      '**/node_modules/',
      '.svelte-kit/',
      'build/',
      'data/',
      'src/lib/paraglide/',
      'src/lib/database.types.ts',
      'test-results/'
    ]
  },
  ...[
    js.configs.recommended,
    ...tseslint.configs.recommended,
    ...svelte.configs.recommended,
    {
      languageOptions: { globals: { ...globals.browser, ...globals.node } },
      rules: {
        // TypeScript and svelte-check know undefined names better, types included.
        'no-undef': 'off',
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-console': 'error',
        // Text that people paste is cleaned of control characters on purpose.
        'no-control-regex': 'off',
        // A deliberate space between two elements is written {' '}: the formatter would eat a plain one.
        'svelte/no-useless-mustaches': 'off',
        '@typescript-eslint/consistent-type-imports': 'error',
        '@typescript-eslint/no-unused-vars': [
          'error',
          { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
        ],
        // Links here are plain paths below the root: the app is never mounted under another one.
        'svelte/no-navigation-without-resolve': 'off'
      }
    },
    {
      files: ['**/*.svelte', '**/*.svelte.ts'],
      languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } }
    },
    { files: ['src/bin/**', 'src/lib/server/log.ts', 'tests/**'], rules: { 'no-console': 'off' } },
    ...importRules
  ].map((block) => ({ basePath: join(import.meta.dirname, '..'), ...block }))
];
