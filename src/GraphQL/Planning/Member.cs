using System.Linq.Expressions;
using System.Reflection;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Reads the member that a declaration like <c>s => s.Name</c> names.</summary>
internal static class Member
{
    public static MemberInfo Of(LambdaExpression selector)
    {
        var body = selector.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : selector.Body;
        return body is MemberExpression { Expression: ParameterExpression or UnaryExpression { NodeType: ExpressionType.Convert, Operand: ParameterExpression } } member
            ? member.Member
            : throw new ArgumentException($"'{selector}' must name one property of its parameter.", nameof(selector));
    }

    /// <summary>The member's name as a field: <c>StaffNumber</c> becomes <c>staffNumber</c>.</summary>
    public static string FieldName(MemberInfo member) => char.ToLowerInvariant(member.Name[0]) + member.Name[1..];
}
