// What is asked. The pages and the feed select the same of a row, so the copy has one form of it.

const fragments = `
  fragment PaperRow on Paper {
    id paperKind: kind title language venue issn cn volume issue pages doi publishedOn
    school { id }
    authors(first: 20, order: [{ position: ASC }]) { nodes { position name affiliation } }
    keywords(first: 20, order: [{ position: ASC }]) { nodes { keyword } }
  }
  fragment AwardRow on Award {
    id awardKind: kind title name level grade number issuer grantedOn revokedOn revocationReason
    school { id }
    paper { id }
  }`;

export const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on Error { code message } } } }';

export const feedEnd = '{ changesPosition(types: [PAPER, AWARD]) }';

/** By type, how a page of its rows is asked for. */
export const pages = {
  PAPER: `query($after: String) { rows: papers(first: 200, after: $after) { nodes { ...PaperRow } pageInfo { hasNextPage endCursor } } } ${fragments.split('fragment AwardRow')[0]}`,
  AWARD: `query($after: String) { rows: awards(first: 500, after: $after) { nodes { ...AwardRow } pageInfo { hasNextPage endCursor } } } fragment AwardRow${fragments.split('fragment AwardRow')[1]}`,
};

export const changes = `
  query($after: String!) {
    changes(after: $after, types: [PAPER, AWARD], first: 200) {
      entries { type kind id version node { ...PaperRow ...AwardRow } }
      position hasMore
    }
  } ${fragments}`;
