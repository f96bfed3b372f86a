using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

internal sealed class ClientType() : TableType<ClientEntry>(
    "Client", "A machine client (集成客户端), which gets tokens with its secret. Seen by the platform admins of its district.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ClientEntry> row) => row.In(Reach.AdministeredDistricts, c => c.DistrictId);

    protected override void Configure(TableTypeDescriptor<ClientEntry> type)
    {
        type.Root.List("clients", "The machine clients that the viewer manages.")
            .ById("client", "A machine client by the id.");

        type.Field(c => c.ClientId, "The client_id of the token request.").Filterable().Sortable();
        type.Field(c => c.Name, "What it is for.").Filterable().Sortable();
        type.Field(c => c.IsRevoked, "It was shut out for good.").Filterable();
        type.Field(c => c.TrustedDocumentsOnly, "It may send registered documents only; any other is refused with DOCUMENT_NOT_TRUSTED.").Filterable();
        type.ToOne(c => c.District, "The district that it belongs to.").Filterable().Sortable();
        type.ToMany(c => c.Scopes, "What it may do, and in which schools.").Filterable().Sortable();
        type.ToMany(c => c.Secrets, "What is known of its secrets, two at most.").Filterable().Sortable();
        type.OrderedBy(c => c.Name);
    }
}

internal sealed class ClientSecretType() : TableType<ClientSecretEntry>(
    "ClientSecret", "What is known of a machine client's secret; the secret itself was shown once.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ClientSecretEntry> row) => row.In(Reach.AdministeredDistricts, s => s.DistrictId);

    protected override void Configure(TableTypeDescriptor<ClientSecretEntry> type)
    {
        type.Field(s => s.Hint, "Its last letters.");
        type.Field(s => s.CreatedAt, "When it was made.").Filterable().Sortable();
        type.Field(s => s.ExpiresAt, "When it stops being good; null while no other follows it.").Filterable();
        type.Field(s => s.LastUsedOn, "The last day on which it was used.").Filterable();
        type.ToOne(s => s.Client, "Whose it is.").Filterable();
    }
}
