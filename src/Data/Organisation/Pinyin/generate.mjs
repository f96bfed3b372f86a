// Writes pinyin.txt, the readings that Pinyin.cs embeds, and the same for the database, with strokes, as a migration. Run by hand when the
// data should change (the migration then is a new one):
//   npm install --no-save pinyin-pro@3.29.4 opencc-js@1.4.2 cnchar@3.2.6 cnchar-order@3.2.6 && node generate.mjs NUMBER
// The packages (MIT, Apache-2.0) are only needed here; the program has no npm dependency for them.
//
// Lines of pinyin.txt: "<syllable> <characters read so>", then after "[surnames]" and "[words]": "<word> <reading>", only
// where the reading differs from that of the single characters; after "[readings]": "<character> <other readings in use>"; after
// "[simplified]": pairs of a traditional character and the simplified one.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import OpenCC from 'opencc-js';
import cnchar from 'cnchar';
import order from 'cnchar-order';

const read = (text, options = {}) => pinyin(text, { toneType: 'none', type: 'array', v: true, ...options });
const single = character => read(character)[0];
const isReading = text => /^[a-z]+$/.test(text);

// Every character of the unified ideographs and of extension A that pinyin-pro can read.
const bySyllable = new Map();
for (const [from, to] of [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x3007, 0x3007]]) {
  for (let code = from; code <= to; code++) {
    const character = String.fromCodePoint(code);
    const syllable = single(character);
    if (isReading(syllable)) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
}

// Surnames: those that pinyin-pro reads differently at the head of a name, corrected where it does not know better, and the
// compound ones (复姓), which are looked for before the single ones.
const corrected = { 种: 'chong', 洗: 'xian', 黑: 'he', 覃: 'qin', 秘: 'bi', 祭: 'zhai', 召: 'shao', 句: 'gou', 都: 'du' };
const compound = ('欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
  '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 ' +
  '百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 单于 叱干 完颜 耶律 纳兰 叶赫 爱新觉罗').split(' ');
const compoundCorrected = { 万俟: 'mo qi', 尉迟: 'yu chi', 长孙: 'zhang sun', 单于: 'chan yu', 澹台: 'tan tai', 乐正: 'yue zheng' };
const surnames = [];
for (const character of [...bySyllable.values()].join('')) {
  const reading = corrected[character] ?? read(character + '一', { surname: 'head' })[0];
  if (isReading(reading) && reading !== single(character)) surnames.push(`${character} ${reading}`);
}
for (const name of compound)
  surnames.push(`${name} ${compoundCorrected[name] ?? read(name + '一', { surname: 'head' }).slice(0, [...name].length).join(' ')}`);

// Words of names of schools and places with a character of several readings.
const words = ('重庆 长春 长沙 长安 长城 长江 长乐 长治 长兴 校长 成长 生长 银行 行知 行政 音乐 乐山 乐陵 乐安 朝阳 朝霞 解放 单县 曾子 ' +
  '六安 大夫 西藏 藏族 朝鲜 百色 台州 丽水 东阿 铅山 蔚县 番禺 厦门 大厦 都市 成都 首都 重阳 兴隆 兴华 中兴 复兴 振兴 会计 会展 ' +
  '尚行 力行 敏行 践行 知行 德行 三省 传承 传记 和平 空港 教学 教育 少年 数学 应用 调查 薄荷 银杏 曲阜 曲艺 石头 柏林 松柏').split(' ');
const wordsCorrected = { 单县: ['shan', 'xian'], 乐陵: ['lao', 'ling'] };
const readWords = words
  .map(word => [word, wordsCorrected[word] ?? read(word)])
  .filter(([word, reading]) => reading.some((syllable, at) => syllable !== single([...word][at])))
  .map(([word, reading]) => `${word} ${reading.join(' ')}`);

// Characters with more than one reading in use: the usual one aside, what else people type for them. By hand: dictionaries also list
// readings that nobody types any more, and each costs the search tokens of its own.
const inUse = ('长 chang zhang,行 xing hang,重 zhong chong,乐 le yue lao,曾 ceng zeng,单 dan shan chan,解 jie xie,查 cha zha,仇 chou qiu,区 qu ou,' +
  '朴 pu piao,盖 gai ge,会 hui kuai,都 du dou,调 diao tiao,传 chuan zhuan,弹 dan tan,着 zhe zhao zhuo,了 le liao,地 di de,得 de dei,还 hai huan,' +
  '没 mei mo,率 lv shuai,宿 su xiu,参 can shen cen,藏 cang zang,朝 chao zhao,车 che ju,称 cheng chen,乘 cheng sheng,省 sheng xing,石 shi dan,识 shi zhi,' +
  '数 shu shuo,属 shu zhu,说 shuo shui,似 si shi,提 ti di,校 xiao jiao,角 jiao jue,觉 jue jiao,见 jian xian,降 jiang xiang,系 xi ji,贾 jia gu,' +
  '嚼 jue jiao,劲 jin jing,咖 ka ga,卡 ka qia,壳 ke qiao,露 lu lou,绿 lv lu,落 luo la lao,模 mo mu,秘 mi bi,娜 na nuo,粘 zhan nian,屏 ping bing,' +
  '奇 qi ji,强 qiang jiang,圈 quan juan,色 se shai,杉 shan sha,厦 sha xia,折 zhe she,什 shen shi,盛 sheng cheng,塞 sai se,血 xue xie,叶 ye xie,' +
  '扎 zha za,择 ze zhai,轧 ya zha,爪 zhao zhua,著 zhu zhuo,幢 zhuang chuang,柏 bai bo,伯 bo bai,薄 bo bao,剥 bo bao,便 bian pian,辟 pi bi,' +
  '扁 bian pian,卜 bo bu,泊 bo po,埔 pu bu,堡 bao bu pu,刹 cha sha,差 cha chai ci,禅 chan shan,臭 chou xiu,畜 chu xu,伺 ci si,大 da dai,叨 dao tao,' +
  '的 de di,澄 cheng deng,佃 dian tian,丁 ding zheng,读 du dou,度 du duo,囤 tun dun,恶 e wu,番 fan pan,否 fou pi,佛 fo fu,冯 feng ping,给 gei ji,' +
  '谷 gu yu,龟 gui jun qiu,和 he huo hu,核 he hu,红 hong gong,吓 xia he,虹 hong jiang,稽 ji qi,茄 qie jia,隽 juan jun,勒 le lei,俩 lia liang,' +
  '脉 mai mo,蔓 man wan,牟 mou mu,缪 miao mou miu,万 wan mo,俟 si qi,尉 wei yu,覃 qin tan,翟 zhai di,隗 wei kui,员 yuan yun,祭 ji zhai,种 zhong chong,' +
  '洗 xi xian,郗 xi chi,召 zhao shao,黑 hei he,句 ju gou,六 liu lu,繁 fan po,能 neng nai,於 yu wu,殷 yin yan,乜 mie nie,宓 mi fu,郇 xun huan,' +
  '咽 yan ye,钥 yao yue,约 yue yao,遗 yi wei,艾 ai yi,蔚 wei yu,吁 xu yu,熨 yun yu,琢 zhuo zuo,兹 zi ci,仔 zi zai,综 zong zeng,蚌 beng bang,蛤 ha ge,' +
  '阿 a e,拗 ao niu,匙 chi shi,沈 shen chen,莘 shen xin,峙 zhi shi,徵 zheng zhi,贲 ben bi,秋 qiu,洗 xi xian,啜 chuo chuai,郄 qie xi,车 che ju,晟 sheng cheng,' +
  '栖 qi xi,瑄 xuan,妮 ni,婧 jing,嫣 yan,颉 jie xie,颃 hang,燊 shen,彧 yu,垚 yao,昇 sheng,邰 tai,仉 zhang,璩 qu,亓 qi,褚 chu zhu,臧 zang,訾 zi,' +
  '敦 dun dui,葛 ge,铅 qian yan,浒 hu xu,台 tai,六 liu lu,枞 cong zong,歙 she xi,涡 wo guo,亳 bo,濮 pu,崂 lao,莒 ju,兖 yan,茌 chi,郯 tan,郓 yun,鄄 juan,单 dan shan chan').split(',');
// Those of which words of titles have now the one reading, now the other; of the rest the other one is a name's, or rare.
const inWords = '长行重乐都调传弹着还率藏朝省角降劲卡落模盛血差给会单薄扎了'.split('');
const typed = new Map();
const alsoRead = (character, readings) => {
  const others = [...new Set([...(typed.get(character) ?? []), ...readings])].filter(reading => reading !== single(character));
  if (others.length > 0) typed.set(character, others);
};
for (const [character, ...readings] of inUse.map(line => line.split(' '))) alsoRead(character, readings);
for (const [surname, ...reading] of surnames.map(line => line.split(' ')))
  [...surname].forEach((character, at) => alsoRead(character, [reading[at]]));
// ü has no key: v is what input methods want, lyu what passports have, lu what one sees.
for (const syllable of ['lv', 'nv', 'lve', 'nve'])
  for (const character of bySyllable.get(syllable) ?? []) alsoRead(character, [syllable.replace('v', 'yu'), syllable.replace('v', 'u')]);

// Traditional characters, where the simplified one is a single other character of the basic plane.
const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
const characters = [...bySyllable.values()].join('');
const simplified = [...characters].map(character => [character, simplify(character)])
  .filter(([character, other]) => other !== character && other.length === 1 && characters.includes(other));

const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${syllable} ${characters}`);
const readings = [...typed].map(([character, others]) => `${character} ${others.join(' ')}`);
writeFileSync(new URL('pinyin.txt', import.meta.url), [
  ...lines, '[surnames]', ...surnames, '[words]', ...readWords, '[readings]', ...readings, '[simplified]', simplified.flat().join(''), ''].join('\n'));

// Strokes in their order, as the five classes of GB 13000.1: 1 横 (and 提), 2 竖 (and 竖钩), 3 撇, 4 点 (and 捺), 5 折 (all that bend).
// Of other characters only the number is told, by their place among the known ones in the collation of Unicode (CLDR, zh-u-co-stroke).
cnchar.use(order);
const classes = { j: 1, i: 1, f: 2, g: 2, s: 3, k: 4, d: 4, l: 4 };
const strokes = new Map();
for (const character of characters) {
  const letters = cnchar.stroke(character, 'order')[0];
  if (letters) strokes.set(character, [...letters].map(letter => classes[letter] ?? 5).join(''));
}
const byStroke = [...characters].sort(new Intl.Collator('zh-u-co-stroke').compare);
const known = byStroke.flatMap((character, at) => strokes.has(character) ? [[at, strokes.get(character).length]] : []);
const counts = new Map();
let next = 0;
byStroke.forEach((character, at) => {
  while (next < known.length && known[next][0] <= at) next++;
  if (strokes.has(character)) return;
  // Standards differ by a stroke here and there, so the middle one of several neighbours counts.
  const neighbours = known.slice(Math.max(0, next - 7), next + 8).map(([, number]) => number).sort((a, b) => a - b);
  const count = neighbours[neighbours.length >> 1];
  counts.set(count, (counts.get(count) ?? '') + character);
});

const migration = `-- Made by Organisation/Pinyin/generate.mjs: what is known of Chinese characters. The usual reading without tone (ü as v), other readings in use,
-- which of them words of titles have, the simplified character of a traditional one, and strokes in their order (1 横, 2 竖, 3 撇, 4 点, 5 折; 9 where only the number is known).

create schema search;

create table search.character (
    character  text collate "C" primary key,
    reading    text collate "C",
    others     text[] collate "C",
    in_words   text[] collate "C",
    simplified text collate "C",
    strokes    text collate "C"
);

insert into search.character (character, reading)
select character, reading from (values
${lines.map(line => line.split(' ')).map(([syllable, all]) => `    ('${syllable}', '${all}')`).join(',\n')}) of_reading (reading, characters),
    string_to_table(characters, null) character;

update search.character c set others = string_to_array(line.others, ' ')
from (values
${[...typed].map(([character, others]) => `    ('${character}', '${others.join(' ')}')`).join(',\n')}) line (character, others)
where c.character = line.character;

update search.character set in_words = others where character = any (string_to_array('${inWords.join('')}', null));

update search.character c set simplified = pair.simplified
from unnest(
    string_to_array('${simplified.map(([character]) => character).join('')}', null),
    string_to_array('${simplified.map(([, other]) => other).join('')}', null)) pair (traditional, simplified)
where c.character = pair.traditional;

update search.character c set strokes = substr(known, 2)
from string_to_table('${[...strokes].map(([character, order]) => character + order).join(' ')}', ' ') known
where c.character = left(known, 1);

update search.character c set strokes = repeat('9', of_count.strokes)
from (values
${[...counts].map(([number, all]) => `    (${number}, '${all}')`).join(',\n')}) of_count (strokes, characters), string_to_table(characters, null) counted
where c.character = counted;

analyze search.character;
`;
writeFileSync(new URL(`../../Migrations/${process.argv[2]}_characters.sql`, import.meta.url), migration);
