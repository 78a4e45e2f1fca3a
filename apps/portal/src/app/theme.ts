import { theme as antdTheme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark';

const storageKey = 'chama.appearance';
/** antd writes its tokens as CSS variables (--ant-…) on this class of <html>; our own style sheets use the same. */
const variablesClass = 'chama';

/** The reader's own faces first, Chinese ones too; Thai, Lao and Burmese are ours, as few machines draw them well. */
const fontFamily =
  '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Thai Variable", "Noto Sans Lao Variable", ' +
  '"Noto Sans Myanmar Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", ' +
  '"Noto Sans SC Variable", system-ui, sans-serif';
const fontFamilyCode =
  'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

const shared = { fontFamily, fontFamilyCode, fontSize: 13, borderRadius: 5, wireframe: false, motion: false };

/** antd derives the grounds of its alerts and tags from these; ours are set so that text on them keeps 4.5 : 1. */
const themes: Record<Appearance, ThemeConfig> = {
  light: {
    algorithm: antdTheme.defaultAlgorithm,
    token: {
      ...shared,
      ...tones('colorPrimary', '#14695a', '#e8f3f0', '#9cccc1'),
      ...tones('colorInfo', '#2a62a6', '#ebf2fb', '#b9d0ec'),
      ...tones('colorSuccess', '#1c7a45', '#e9f5ee', '#b3dcc3'),
      ...tones('colorWarning', '#935300', '#fdf3e2', '#eccf9e'),
      ...tones('colorError', '#b3271e', '#fdedeb', '#f0bab5'),
      colorLink: '#14695a',
      colorPrimaryBgHover: '#cfe6e0',
      colorTextBase: '#17211e',
      colorTextSecondary: '#55615d',
      colorTextTertiary: '#6a7571',
      colorBorder: '#cdd4d1',
      colorBorderSecondary: '#e3e8e5',
      colorBgLayout: '#f4f6f5',
    },
  },
  dark: {
    algorithm: antdTheme.darkAlgorithm,
    token: {
      ...shared,
      ...tones('colorPrimary', '#4cb8a0', '#15302b', '#2a665a'),
      ...tones('colorInfo', '#7db1ee', '#152335', '#2b4a70'),
      ...tones('colorSuccess', '#5cc488', '#14291d', '#27553a'),
      ...tones('colorWarning', '#e0a94f', '#2e2411', '#5f4a1f'),
      ...tones('colorError', '#f0857b', '#331a18', '#6e302b'),
      colorLink: '#62c9b2',
      colorPrimaryBgHover: '#1b4039',
      colorTextBase: '#e4e9e7',
      colorTextSecondary: '#a3aeaa',
      colorTextTertiary: '#87928e',
      colorBorder: '#3a4441',
      colorBorderSecondary: '#2a3230',
      colorBgLayout: '#0f1312',
      colorBgContainer: '#161b1a',
      colorBgElevated: '#1e2423',
    },
  },
};

type Tone = 'colorPrimary' | 'colorInfo' | 'colorSuccess' | 'colorWarning' | 'colorError';

function tones(name: Tone, tone: string, ground: string, border: string) {
  return { [name]: tone, [`${name}Bg`]: ground, [`${name}Border`]: border };
}

const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function current(): Appearance {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

function apply(): void {
  document.documentElement.classList.add(variablesClass);
  document.documentElement.dataset.appearance = current();
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  apply();
  system.addEventListener('change', apply);
}

export function toggleAppearance(): void {
  localStorage.setItem(storageKey, current() === 'dark' ? 'light' : 'dark');
  apply();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}

export function themeOf(appearance: Appearance): ThemeConfig {
  return { ...themes[appearance], hashed: false, cssVar: { key: variablesClass } };
}
