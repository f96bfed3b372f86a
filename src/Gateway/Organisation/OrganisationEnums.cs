using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

/// <summary>The closed states and kinds of the organisation.</summary>
internal static class OrganisationEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<RegionLevel>("RegionLevel", "The levels of regions. Rule O1.")
            .Value(RegionLevel.Province, "A province or what is of its level (省级).")
            .Value(RegionLevel.City, "A city or prefecture (地级).")
            .Value(RegionLevel.County, "A county or city district (县级)."),
        new EnumDeclaration<SchoolStage>("SchoolStage", "What stages a school teaches. Rule O1.")
            .Value(SchoolStage.Primary, "Primary school (小学), grades 1 to 6.")
            .Value(SchoolStage.Junior, "Junior secondary school (初中), grades 7 to 9.")
            .Value(SchoolStage.Senior, "Senior secondary school (高中), grades 10 to 12.")
            .Value(SchoolStage.NineYear, "Nine-year school (九年一贯), grades 1 to 9.")
            .Value(SchoolStage.Complete, "Complete secondary school (完全中学), grades 7 to 12."),
        new EnumDeclaration<SchoolStatus>("SchoolStatus", "Whether a school is running.")
            .Value(SchoolStatus.Active, "It is running.")
            .Value(SchoolStatus.Closed, "It is closed; its records stay."),
        new EnumDeclaration<Gender>("Gender", "A gender as it is recorded.")
            .Value(Gender.Male, "Male (男).")
            .Value(Gender.Female, "Female (女)."),
        new EnumDeclaration<TeacherStatus>("TeacherStatus", "Whether a teacher is at work. Rule O5.")
            .Value(TeacherStatus.Active, "At work (在职).")
            .Value(TeacherStatus.OnLeave, "On leave (休假).")
            .Value(TeacherStatus.Retired, "Retired (退休).")
            .Value(TeacherStatus.Left, "Left the district (离职)."),
        new EnumDeclaration<ProfessionalTitle>("ProfessionalTitle", "A professional title (职称), lowest first. Rule O5.")
            .Value(ProfessionalTitle.Third, "Third grade (三级).")
            .Value(ProfessionalTitle.Second, "Second grade (二级).")
            .Value(ProfessionalTitle.First, "First grade (一级).")
            .Value(ProfessionalTitle.Senior, "Senior (高级).")
            .Value(ProfessionalTitle.FullSenior, "Full senior (正高级)."),
        new EnumDeclaration<SchoolSection>("SchoolSection", "A section of a school that cohorts go through. Rule O6.")
            .Value(SchoolSection.Primary, "Primary (小学).")
            .Value(SchoolSection.Junior, "Junior secondary (初中).")
            .Value(SchoolSection.Senior, "Senior secondary (高中)."),
    ];
}
