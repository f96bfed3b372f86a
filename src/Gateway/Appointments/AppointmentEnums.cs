using HomeroomGraph.Data.Appointments;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Appointments;

/// <summary>The closed states and kinds of appointments.</summary>
internal static class AppointmentEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<AppointmentKind>("AppointmentKind", "The post of an appointment. Rule A1.")
            .Value(AppointmentKind.Homeroom, "Homeroom teacher (班主任).")
            .Value(AppointmentKind.Acting, "Acting homeroom teacher (代理): interrupts a term.")
            .Value(AppointmentKind.Deputy, "Deputy homeroom teacher (副班主任): beside the homeroom teacher."),
        new EnumDeclaration<AppointmentState>("AppointmentState", "Whether an appointment counts.")
            .Value(AppointmentState.Active, "It counts.")
            .Value(AppointmentState.Void, "It was recorded by mistake and counts nowhere."),
        new EnumDeclaration<AppointmentEndReason>("AppointmentEndReason", "Why an appointment ended. Rule A5.")
            .Value(AppointmentEndReason.TermEnd, "The term ended (期满).")
            .Value(AppointmentEndReason.Transfer, "Transfer (调动).")
            .Value(AppointmentEndReason.Promotion, "Promotion to middle management (提拔).")
            .Value(AppointmentEndReason.Resignation, "Resignation (辞任).")
            .Value(AppointmentEndReason.Dismissal, "Dismissal (解聘)."),
        new EnumDeclaration<ScreeningOutcome>("ScreeningOutcome", "What a screening came to. Rule A2.")
            .Value(ScreeningOutcome.Suitable, "Suitable (合格).")
            .Value(ScreeningOutcome.SuitableAfterTraining, "Suitable after the pre-service training (培训后聘任). Rule A4.")
            .Value(ScreeningOutcome.Unsuitable, "Unsuitable (不合格)."),
        new EnumDeclaration<ImprovementOutcome>("ImprovementOutcome", "What came of an improvement notice. Rule A5.")
            .Value(ImprovementOutcome.Improved, "Improved (明显改进).")
            .Value(ImprovementOutcome.PartlyImproved, "Partly improved (部分改进).")
            .Value(ImprovementOutcome.NotImproved, "Not improved (未改进)."),
    ];
}
