// How npm's @graphql-eslint looks at the contract and at the operations beside it. Every rule of the plugin stands here: on, or off
// with the reason. A single finding that is right as it is stands in `exceptions`, with its reason.
import graphql from '@graphql-eslint/eslint-plugin';

const off = (reason) => {
  if (!reason) throw new Error('A rule is off for a reason.');
  return 'off';
};

const named = (rules) => Object.fromEntries(Object.entries(rules).map(([name, setting]) => [`@graphql-eslint/${name}`, setting]));

const ofSchema = {
  // Relay's specifications of connections and of object identification.
  'relay-arguments': 'error',
  'relay-connection-types': 'error',
  // Connections have `nodes` beside `edges`, as Hot Chocolate's do; and there are lists of sums and of groups, which are no nodes.
  'relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
  'relay-page-info': 'error',

  // Names.
  'naming-convention': graphql.configs['flat/schema-recommended'].rules['@graphql-eslint/naming-convention'],
  'no-typename-prefix': 'error',
  'input-name': 'error',
  'no-scalar-result-type-on-mutation': 'error',
  'strict-id-in-types': ['error', {
    exceptions: {
      suffixes: ['Connection', 'Edge', 'Payload', 'Error', 'Figure', 'Group', 'GroupKey', 'Measures'], // A figure is a sum and a group is rows with the same keys: no objects of their own.
      types: [
        'PageInfo',
        'ViewerRole', // A role of whoever asks; as a row it is an AccountRole.
        'ResearchStep', 'AwardStep', 'AwardEligibility', 'EligibilityCondition', 'RefusingRule', // What the program knows, and no row: a step by its name, a rule by its code.
        'ReferenceReading', 'ReferenceDraft', 'ReferenceDraftAuthor', 'ReferenceFinding', // What a pasted text was read as, and no row yet.
        'TeacherArchive', 'TeacherArchiveMissingPart', // What follows from a teacher's records of a semester, as a figure does, and no row.
        'ResearchMissingPart', // What an application lacks: a refusal that it would be, and no row.
        'RateLimit', // What the client may still spend, and no row.
        'SearchHit', // Where a text was found in a row; the row has the id.
        'DeskItem', // What follows from the rows of a project; the row that waits has the id.
        'ChangeFeed', // A part of the feed, which ends at a position; the rows in it have ids.
        'NewAccount', // An account with its first password, which is told once and kept nowhere.
        'DocumentUpload', // A ticket for a file, told once; the Document that comes of it has an id.
      ],
    },
  }],
  'unique-enum-value-names': 'error',

  // Descriptions and deprecations.
  'require-description': ['error', {
    types: true, rootField: true, DirectiveDefinition: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true,
  }],
  'description-style': 'error',
  'no-hashtag-description': 'error',
  'require-deprecation-reason': 'error',
  'require-deprecation-date': off('It asks for an argument `deletionDate`, which the specification does not have: the day stands in the reason (NoticeRule).'),

  // What a whole schema is made of.
  'no-unreachable-types': 'error',
  'require-nullable-fields-with-oneof': 'error',
  'require-type-pattern-with-oneof': off('A payload has its result and a list of errors, not one of two fields.'),
  'known-argument-names': 'error',
  'known-directives': 'error',
  'known-type-names': 'error',
  'lone-schema-definition': 'error',
  'possible-type-extension': 'error',
  'provided-required-arguments': 'error',
  'unique-directive-names': 'error',
  'unique-directive-names-per-location': 'error',
  'unique-field-definition-names': 'error',
  'unique-operation-types': 'error',
  'unique-type-names': 'error',

  alphabetize: off('Fields stand in the order in which a reader needs them.'),
  'no-root-type': off('There are mutations and subscriptions.'),
  'no-unused-fields': off('The operations beside the schema are our own; other clients ask for other fields.'),
  'require-field-of-type-query-in-mutation-result': off('A payload has the row that was changed, from which everything else can be reached.'),
  'require-nullable-result-in-root': off('Lists and payloads are never null, which spares clients a case: an operation is one statement, so it is answered whole or not at all.'),
};

const ofOperations = {
  // Names.
  'naming-convention': graphql.configs['flat/operations-recommended'].rules['@graphql-eslint/naming-convention'],
  'match-document-filename': ['error', { query: 'PascalCase', mutation: 'PascalCase', subscription: 'PascalCase', fragment: 'PascalCase' }],
  'no-anonymous-operations': 'error',
  'unique-operation-name': 'error',
  'unique-fragment-name': 'error',
  'lone-executable-definition': ['error', { ignore: ['fragment'] }], // A fragment stands beside the one operation that uses it.

  // Good habits.
  'no-deprecated': 'error',
  'no-duplicate-fields': 'error',
  'no-hashtag-description': 'error',
  'no-one-place-fragments': 'error',
  'require-import-fragment': 'error',
  'selection-set-depth': ['error', { maxDepth: 7 }],
  'require-selections': off('The clients of these operations keep no cache by id; they ask for what they show.'),
  'require-description': off('The examples are described in the operation itself, which the plugin does not know yet: it looks for comments.'),
  alphabetize: off('Fields stand in the order in which a reader needs them.'),

  // The specification's validation (the registered documents are validated by our engine too).
  'executable-definitions': 'error',
  'fields-on-correct-type': 'error',
  'fragments-on-composite-type': 'error',
  'known-argument-names': 'error',
  'known-directives': 'error',
  'known-fragment-names': 'error',
  'known-type-names': 'error',
  'lone-anonymous-operation': 'error',
  'no-fragment-cycles': 'error',
  'no-undefined-variables': 'error',
  'no-unused-fragments': 'error',
  'no-unused-variables': 'error',
  'one-field-subscriptions': 'error',
  'overlapping-fields-can-be-merged': 'error',
  'possible-fragment-spread': 'error',
  'provided-required-arguments': 'error',
  'scalar-leafs': 'error',
  'unique-argument-names': 'error',
  'unique-directive-names-per-location': 'error',
  'unique-input-field-names': 'error',
  'unique-variable-names': 'error',
  'value-literals-of-correct-type': 'error',
  'variables-are-input-types': 'error',
  'variables-in-allowed-position': 'error',
};

/** Findings that are right as they are. */
export const exceptions = [
  { rule: 'no-typename-prefix', finding: /^Field "clientId" /, reason: 'client_id is what OAuth (RFC 6749) calls it; `id` is the global id.' },
];

/** The names of the rules that are spoken of, for each kind of file. */
export const spokenOf = { schema: Object.keys(ofSchema), operations: Object.keys(ofOperations) };

/** The configuration, for a folder with `schema.graphql` and `operations`. */
export default function configure(folder) {
  const common = {
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: `${folder}/schema.graphql`, documents: `${folder}/operations/**/*.graphql` } },
    },
  };
  return [
    { ...common, files: ['schema.graphql'], rules: named(ofSchema) },
    { ...common, files: ['operations/**/*.graphql'], rules: named(ofOperations) },
  ];
}
