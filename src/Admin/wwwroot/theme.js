// Light or dark, as the reader's system is set. Loaded before the page is painted, so it never flashes.
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const apply = () => { document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
dark.addEventListener('change', apply);
apply();
