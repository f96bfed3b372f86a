// What the story needs of a client: signing in, mutations with their refusals, files by ticket, and following what changes.
// Nothing but Node.js 20 or newer.

// Every error has a code, a message and a path; those of the steps of research say more.
const ofAll = '__typename ... on Error { code message path }';
const ofSteps = '... on RuleBrokenError { rule } ... on StepTakenError { state takenBy } ... on VersionConflictError { actualVersion }';

export class Person {
  #api;
  #token;

  constructor(api, username) {
    this.#api = api;
    this.username = username;
  }

  static async signIn(api, username, password) {
    const person = new Person(api, username);
    const made = await person.do('signIn', { username, password }, 'accessToken');
    person.#token = made.accessToken;
    const { viewer } = await person.ask('{ viewer { displayName roles { role school { id name } teacher { id name } } } }');
    const [role] = viewer.roles;
    return Object.assign(person, { name: role.teacher?.name ?? viewer.displayName, schoolId: role.school?.id, teacherId: role.teacher?.id });
  }

  /** The data of a query. */
  async ask(query, variables) {
    const response = await this.#send('/graphql', 'POST', JSON.stringify({ query, variables }), { 'content-type': 'application/json' });
    const answer = await response.json();
    if (answer.errors) throw new Error(`${this.username}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** The payload of a mutation, whatever came of it. */
  async try(mutation, input, selection = '__typename') {
    const type = mutation[0].toUpperCase() + mutation.slice(1);
    const errors = /Research|Portfolio|Inspection/.test(mutation) ? `${ofAll} ${ofSteps}` : ofAll;
    const data = await this.ask(`mutation($input: ${type}Input!) { ${mutation}(input: $input) { ${selection} errors { ${errors} } } }`, { input });
    return data[mutation];
  }

  /** The payload of a mutation that is done. */
  async do(mutation, input, selection) {
    const payload = await this.try(mutation, input, selection);
    if (payload.errors.length > 0) throw new Error(`${this.username}: ${mutation} was refused: ${JSON.stringify(payload.errors)}`);
    return payload;
  }

  /** The errors of a mutation that is refused; each says what is wrong in English and in Chinese. */
  async refused(mutation, input) {
    const payload = await this.try(mutation, input);
    if (payload.errors.length === 0) throw new Error(`${this.username}: ${mutation} was not refused.`);
    for (const error of payload.errors)
      if (!/[a-z]{2}.*[\u4e00-\u9fff]/s.test(error.message)) throw new Error(`${error.code} is not in both languages: ${error.message}`);
    return payload.errors;
  }

  /** Uploads a file for a school by a ticket, and returns the id of its Document. */
  async upload(schoolId, category, fileName, mediaType, content) {
    const bytes = Buffer.from(content);
    const { upload } = await this.do('requestDocumentUpload', { schoolId, category, fileName, mediaType, size: bytes.length }, 'upload { ticket }');
    const response = await this.#send(`/documents/${upload.ticket}`, 'PUT', bytes);
    const document = await response.json();
    if (response.status !== 201) throw new Error(`${this.username}: ${fileName}: ${JSON.stringify(document)}`);
    return document.id;
  }

  /** The content of a document. */
  async download(id) {
    const response = await this.#send(`/documents/${id}`, 'GET');
    return { status: response.status, text: await response.text(), disposition: response.headers.get('content-disposition') };
  }

  /** Follows a subscription by server-sent events, until it is stopped; what it tells is gathered in `told`. */
  async follow(query, variables) {
    const stop = new AbortController();
    const response = await this.#send('/graphql', 'POST', JSON.stringify({ query, variables }), { 'content-type': 'application/json', accept: 'text/event-stream' }, stop.signal);
    if (response.status !== 200) throw new Error(`${this.username}: ${response.status} ${await response.text()}`);
    const following = { told: [], stop: () => stop.abort() };
    following.done = this.#read(response.body, following.told).catch((fault) => { if (fault.name !== 'AbortError') throw fault; });
    return following;
  }

  async #read(body, told) {
    let text = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      text += part;
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
        const data = text.slice(0, end).split('\n').find((line) => line.startsWith('data: {'));
        if (data) told.push(JSON.parse(data.slice(6)));
      }
    }
  }

  #send(path, method, body, headers = {}, signal = undefined) {
    return fetch(this.#api + path, { method, body, signal, headers: { ...headers, ...(this.#token && { authorization: `Bearer ${this.#token}` }) } });
  }
}
