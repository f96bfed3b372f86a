// What the chapters share: telling what happens, and holding it against what should.

export function tell(person, english, chinese) {
  console.log(`${person.name}: ${english} ${chinese}`);
}

export function expect(actual, expected, what) {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} where ${other} was expected`);
}

/** Holds the codes of a refusal against those expected, and tells the first. */
export function expectCodes(person, errors, codes, what) {
  expect([...new Set(errors.map((error) => error.code))].sort(), [...codes].sort(), what);
  console.log(`${person.name} is refused (${codes.length === 1 ? codes[0] : `${codes.length} rules`}): ${errors[0].message}`);
}

export async function state(person, id) {
  return (await person.ask('query($id: ID!) { researchProject(id: $id) { state } }', { id })).researchProject?.state;
}

/** The only row of a list of a project. */
export async function one(person, id, selection) {
  const project = (await person.ask(`query($id: ID!) { researchProject(id: $id) { ${selection} } }`, { id })).researchProject;
  return Object.values(project)[0].nodes;
}

/** Waits for news of a subscription. They come once no transaction is open that began before the change, in whatever database of the cluster. */
export async function until(holds, seconds = 120) {
  for (const end = Date.now() + seconds * 1000; !holds(); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error(`It does not come about within ${seconds} s.`);
}
