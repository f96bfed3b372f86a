// The texts in both languages.

const texts = {
  'zh-CN': {
    title: '区县教科研看板', username: '账号', password: '密码', signIn: '登录', district: '全区', projects: '在研课题与立项指标', overTime: '论文与获奖', schools: '各校（本学年）',
    running: '在研课题', minimum: '指标下限', overdue: '超期课题', perTeacher: '班主任人均论文', papers: '论文', awards: '获奖', school: '学校', semester: (year, number) => `${year} 第${number}学期`,
    state: (at, asked, unchanged, remaining) => `${at} 更新 · 已查询 ${asked} 次，其中 ${unchanged} 次无变化 · 剩余额度 ${remaining}`, away: '暂时无法连接，将自动重试。', none: '暂无数据',
    levels: { SCHOOL: '校级', COUNTY: '区县级', CITY_INDIVIDUAL: '市级个人', CITY_KEY: '市级重点', PROVINCE: '省级', NATION: '国家级' }, other: 'English',
  },
  en: {
    title: 'District research dashboard', username: 'User name', password: 'Password', signIn: 'Sign in', district: 'District', projects: 'Running projects against targets', overTime: 'Papers and awards', schools: 'Schools in this school year',
    running: 'Running projects', minimum: 'Target', overdue: 'Overdue projects', perTeacher: 'Papers for each homeroom teacher', papers: 'Papers', awards: 'Awards', school: 'School', semester: (year, number) => `${year}, semester ${number}`,
    state: (at, asked, unchanged, remaining) => `Updated ${at} · asked ${asked} times, ${unchanged} of them unchanged · ${remaining} points of cost left`, away: 'The API is away; it is asked again by itself.', none: 'No data',
    levels: { SCHOOL: 'School', COUNTY: 'County', CITY_INDIVIDUAL: 'City, individual', CITY_KEY: 'City, key', PROVINCE: 'Province', NATION: 'Nation' }, other: '中文',
  },
};

export let language = 'zh-CN';
export const text = (key) => texts[language][key];

/** The other language, for all texts that stand in the page. */
export function turn() {
  language = language === 'en' ? 'zh-CN' : 'en';
  write();
}

export function write() {
  document.documentElement.lang = language;
  document.title = text('title');
  document.getElementById('language').textContent = text('other');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
}
