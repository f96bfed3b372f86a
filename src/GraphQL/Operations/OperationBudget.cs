namespace HomeroomGraph.GraphQL.Operations;

/// <summary>What an operation has used of its limits while it is planned. Every step that a client's document or variables can
/// multiply is paid for here before it is taken.</summary>
internal sealed class OperationBudget(OperationLimits limits)
{
    private int _fields, _selections, _inputValues, _tables, _measures;

    /// <summary>Comparisons and relations of filters so far.</summary>
    public int Conditions { get; private set; }

    /// <summary>What finding rows costs beyond a cheap comparison each (<see cref="Planning.CostWeights"/>).</summary>
    public int SearchCost { get; private set; }

    public void Field() => Check(++_fields, limits.MaxFields, "selects more than {0} fields once its fragments are spread");

    public void Selection() => Check(++_selections, limits.MaxSelections, "spreads its fragments in more than {0} steps");

    public void Table() => Check(++_tables, limits.MaxTables, "reads from more than {0} tables at once");

    /// <param name="cost">What the condition costs a list.</param>
    public void Condition(int cost)
    {
        Check(++Conditions, limits.MaxConditions, "has more than {0} conditions in its filters");
        SearchCost += cost;
    }

    /// <param name="terms">Terms of the order so far, this one included.</param>
    /// <param name="cost">What the term costs a list.</param>
    public void OrderTerm(int terms, int cost)
    {
        Check(terms, limits.MaxOrderTerms, "orders a list by more than {0} terms");
        SearchCost += cost;
    }

    /// <param name="cost">What reading and grouping the rows costs.</param>
    public void Grouping(int cost) => SearchCost += cost;

    /// <param name="keys">Keys of the groups so far, this one included.</param>
    /// <param name="cost">What the key costs.</param>
    public void GroupKey(int keys, int cost)
    {
        Check(keys, limits.MaxGroupKeys, "groups by more than {0} keys");
        SearchCost += cost;
    }

    /// <param name="cost">What the measure costs, whatever the number of groups.</param>
    public void Measure(int cost)
    {
        Check(++_measures, limits.MaxMeasures, "computes more than {0} counts and measures of groups");
        SearchCost += cost;
    }

    public void Mutations(int count) => Check(count, limits.MaxMutations, "has more than {0} mutations");

    /// <summary>Pays for an argument's value, however deep it is.</summary>
    public void Input(InputValue value) => Input(value, 0);

    private void Input(InputValue value, int depth)
    {
        Check(depth, limits.MaxInputDepth, "has an argument that nests lists and objects more than {0} deep");
        Check(++_inputValues, limits.MaxInputValues, "has more than {0} values in its arguments");
        switch (value)
        {
            case ListInput list:
                if (list.Items.Count > limits.MaxListItems) throw TooManyItems(limits.MaxListItems);
                foreach (var item in list.Items) Input(item, depth + 1);
                break;
            case ObjectInput fields:
                foreach (var field in fields.Fields.Values) Input(field, depth + 1);
                break;
        }
    }

    private static void Check(long used, long limit, string what)
    {
        if (used > limit) throw Exceeded(string.Format(System.Globalization.CultureInfo.InvariantCulture, what, limit));
    }

    /// <summary>The refusal of a list in the input that is too long.</summary>
    public static GraphQLRequestException TooManyItems(int most) => Exceeded($"has a list of more than {most} items in its arguments");

    /// <summary>The refusal of an operation that is too large.</summary>
    /// <param name="what">What it does, as it goes on after "The operation".</param>
    public static GraphQLRequestException Exceeded(string what) => new(new GraphQLError($"The operation {what}.", ErrorCodes.LimitExceeded));
}
