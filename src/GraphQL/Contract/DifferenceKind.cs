namespace HomeroomGraph.GraphQL.Contract;

/// <summary>The kinds of differences between two schemas; <see cref="DifferenceKinds.Criticality"/> says what each means for clients.</summary>
public enum DifferenceKind
{
    RootTypeRemoved, RootTypeChanged, RootTypeAdded,
    TypeRemoved, TypeKindChanged, TypeAdded,
    FieldRemoved, FieldTypeChanged, FieldTypeNarrowed, FieldAdded,
    InterfaceRemoved, InterfaceAdded,
    UnionMemberRemoved, UnionMemberAdded,
    EnumValueRemoved, EnumValueAdded,
    ArgumentRemoved, ArgumentTypeChanged, ArgumentTypeWidened, RequiredArgumentAdded, OptionalArgumentAdded,
    InputFieldRemoved, InputFieldTypeChanged, InputFieldTypeWidened, RequiredInputFieldAdded, OptionalInputFieldAdded,
    DefaultValueNeeded, DefaultValueRemoved, DefaultValueChanged, DefaultValueAdded, NoLongerRequired,
    OneOfAdded, OneOfRemoved,
    SpecifiedByChanged, SpecifiedByAdded,
    DirectiveRemoved, DirectiveAdded, DirectiveLocationRemoved, DirectiveLocationAdded, RepeatableRemoved, RepeatableAdded,
    DeprecationAdded, DeprecationChanged, DeprecationRemoved,
    DescriptionChanged,
}

public static class DifferenceKinds
{
    /// <summary>As the reference's <c>findBreakingChanges</c> and <c>findDangerousChanges</c> have it, but: a default taken away from a
    /// non-null argument or input field breaks (it must be given now), one that is added to an optional one is dangerous (the answer may
    /// change), a field that loses its null is dangerous (asked for under one name with another that may be null, it is refused: spec
    /// 5.3.2), and what is optional is safe (no document and no answer changes by it).</summary>
    public static Criticality Criticality(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.RootTypeRemoved or DifferenceKind.RootTypeChanged
            or DifferenceKind.TypeRemoved or DifferenceKind.TypeKindChanged
            or DifferenceKind.FieldRemoved or DifferenceKind.FieldTypeChanged
            or DifferenceKind.InterfaceRemoved or DifferenceKind.UnionMemberRemoved or DifferenceKind.EnumValueRemoved
            or DifferenceKind.ArgumentRemoved or DifferenceKind.ArgumentTypeChanged or DifferenceKind.RequiredArgumentAdded
            or DifferenceKind.InputFieldRemoved or DifferenceKind.InputFieldTypeChanged or DifferenceKind.RequiredInputFieldAdded
            or DifferenceKind.DefaultValueNeeded or DifferenceKind.OneOfAdded
            or DifferenceKind.DirectiveRemoved or DifferenceKind.DirectiveLocationRemoved or DifferenceKind.RepeatableRemoved
            => Contract.Criticality.Breaking,
        DifferenceKind.FieldTypeNarrowed or DifferenceKind.InterfaceAdded or DifferenceKind.UnionMemberAdded or DifferenceKind.EnumValueAdded
            or DifferenceKind.DefaultValueRemoved or DifferenceKind.DefaultValueChanged or DifferenceKind.DefaultValueAdded
            or DifferenceKind.SpecifiedByChanged
            => Contract.Criticality.Dangerous,
        _ => Contract.Criticality.Safe,
    };
}
