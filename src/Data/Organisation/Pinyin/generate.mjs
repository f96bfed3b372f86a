// Writes pinyin.txt, the readings that Pinyin.cs embeds. Run by hand when the data should change:
//   npm install --no-save pinyin-pro@3.29.4 && node generate.mjs
// pinyin-pro (MIT) is only needed here; the program has no npm dependency for it.
//
// Lines of pinyin.txt: "<syllable> <characters read so>", then after "[surnames]" and "[words]": "<word> <reading>", only
// where the reading differs from that of the single characters.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

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

const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${syllable} ${characters}`);
writeFileSync(new URL('pinyin.txt', import.meta.url), [...lines, '[surnames]', ...surnames, '[words]', ...readWords, ''].join('\n'));
