using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void A_schema_read_from_text_is_printed_as_that_text()
    {
        const string text = """"
            """The directory of a district."""
            schema {
              query: Directory
            }

            """Who may see it."""
            directive @reach(role: String! = "teacher", deep: Boolean) repeatable on FIELD_DEFINITION | OBJECT

            """Where one asks."""
            type Directory {
              """A school, by its code."""
              school(
                """Ten digits."""
                code: String!

                """Whether closed ones count."""
                closed: Boolean = false
              ): School

              """
              All of them.
              In the order of their codes.
              """
              schools(where: Where = { stages: [PRIMARY, JUNIOR], not: null }): [School!]!
              classes: Int! @deprecated(reason: "Ask \"schools\".")
            }

            interface Named {
              name: String!
            }

            type School implements Named {
              name: String!
              code: ID!
            }

            """A stage (学段)."""
            enum Stage {
              PRIMARY

              """Grades 7 to 9."""
              JUNIOR
              OLD @deprecated
            }

            union Found = School

            scalar Date @specifiedBy(url: "https://scalars.graphql.org/andimarek/local-date.html")

            input Where {
              stages: [Stage!]
              not: Where
            }

            input Pick @oneOf {
              id: ID
              code: String
            }

            """";
        Assert.Equal(text, SchemaPrinter.Print(Read(text)));
    }

    [Fact]
    public void What_is_built_in_and_the_usual_names_of_roots_are_not_printed()
    {
        var schema = Read("type Query { a: Int } type Mutation { b: Float }");
        Assert.Equal("type Query {\n  a: Int\n}\n\ntype Mutation {\n  b: Float\n}\n", SchemaPrinter.Print(schema));
    }

    [Fact]
    public void Extensions_are_part_of_what_they_extend()
    {
        var schema = Read(
            """
            extend type Query implements Node { id: ID }
            type Query { a: A }
            enum A { X } extend enum A { Y @deprecated(reason: "old") }
            interface Node { id: ID }
            scalar S extend scalar S @specifiedBy(url: "u")
            union U = Query extend union U = B
            type B { b(c: I): U } input I { d: Int } extend input I { e: S = {f: 1} }
            extend schema { mutation: B }
            """);
        Assert.Equal(["a", "id"], schema.Query!.Fields.Keys);
        Assert.Equal(["Node"], schema.Query.Interfaces.Select(type => type.Name));
        Assert.Equal("old", ((EnumType)schema.Types["A"]).Values["Y"].DeprecationReason);
        Assert.Equal("u", ((ScalarType)schema.Types["S"]).SpecifiedByUrl);
        Assert.Equal(["Query", "B"], schema.PossibleTypes(schema.Types["U"]).Select(type => type.Name));
        Assert.Equal(["d", "e"], ((InputObjectType)schema.Types["I"]).Fields.Keys);
        Assert.Equal("B", schema.Mutation?.Name);
    }

    private static Schema Read(string text) => SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(text), ParserLimits.Trusted));
}
