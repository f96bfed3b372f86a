using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests;

/// <summary>The schema that the engine's tests write their documents against.</summary>
internal static class SchoolSchema
{
    public const string Text = """
        "A district's schools and who works there: the schema that documents of the tests are written against."
        schema {
          query: Query
          mutation: Mutation
          subscription: Subscription
        }

        directive @audit(reason: String!, level: Int = 1) repeatable on FIELD | FRAGMENT_SPREAD

        directive @cached(seconds: Int, hint: String @deprecated(reason: "It is ignored.")) on QUERY | FIELD | FRAGMENT_DEFINITION | VARIABLE_DEFINITION

        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT

        directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD

        type Query {
          school(id: ID!): School
          schools(where: SchoolFilter, limit: Int = 10, names: [String!]): [School!]!
          search(text: String!): [SearchResult!]!
          node(id: ID!): Node
          person(by: TextFilter): Person
          weights(of: [[Float]]): Float
        }

        type Mutation {
          rename(id: ID!, name: String!): School
        }

        type Subscription {
          schoolChanged(id: ID!): School
          classChanged: Class
        }

        interface Node {
          id: ID!
        }

        interface Person implements Node {
          id: ID!
          name: String!
        }

        type School implements Node {
          id: ID!
          name(short: Boolean = false): String!
          stage: Stage!
          classes(grade: Int, first: Int! = 10): [Class!]!
          staff: [Person!]!
          head: Teacher
          formerName: String @deprecated(reason: "Use name.")
        }

        type Teacher implements Person & Node {
          id: ID!
          name: String!
          staffNumber: String
          heads(on: Date): Class
          mentor: Teacher
        }

        type Clerk implements Person & Node {
          id: ID!
          name: String!
          office: String
          staffNumber: Int
        }

        type Class implements Node {
          id: ID!
          name: String
          grade: Int!
          homeroomTeacher(on: Date): Teacher
          school: School!
        }

        union SearchResult = School | Class

        enum Stage {
          PRIMARY
          JUNIOR
          SENIOR
          NINE_YEAR @deprecated
        }

        scalar Date

        input SchoolFilter {
          and: [SchoolFilter!]
          name: TextFilter
          stage: Stage = PRIMARY
          minClasses: Int
          district: String!
          code: String @deprecated(reason: "Use name.")
        }

        input TextFilter @oneOf {
          eq: String
          startsWith: String
          in: [String!]
        }
        """;

    public static readonly Schema Instance = SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(Text), ParserLimits.Trusted));
}
