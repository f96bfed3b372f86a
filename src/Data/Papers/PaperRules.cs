using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Papers;

/// <summary>The rules of area R that can refuse a use case, by the names under which the database keeps them (migration 0017), and those that the use cases keep.</summary>
public static class PaperRules
{
    public static readonly Rule OneADoi = new("r1_one_paper_a_doi",
        "A paper with this DOI is recorded already.", "已有相同 DOI 的论文。");

    public static readonly Rule OneATitleAndFirstAuthor = new("r1_one_paper_a_title_and_first_author",
        "A paper of this title and first author is recorded already.", "已有题名和第一作者相同的论文。");

    public static readonly Rule TitleHasLetters = new("r1_a_title_has_letters", "State the title.", "请填写题名。");

    public static readonly Rule HasAnAuthor = new("r1_a_paper_has_a_first_author", "Name at least one author.", "请至少填写一位作者。");

    public static readonly Rule AuthorHasAName = new("r1_an_author_has_a_name", "An author has a name of at most 200 characters.", "作者须有姓名，且不超过200个字符。");

    public static readonly Rule TeacherIsNamedOnce = new("r1_a_teacher_is_named_once", "This teacher is named twice among the authors.", "该教师在作者中重复出现。");

    public static readonly Rule ExternalIdNamesItsScheme = new("r1_an_external_id_names_its_scheme",
        "An identity elsewhere is written with its scheme, such as orcid:0000-0002-1825-0097.", "外部标识须写明体系，如 orcid:0000-0002-1825-0097。");

    public static readonly Rule IssnIsWellFormed = new("r1_an_issn_is_well_formed", "An ISSN has the form 1000-0000.", "ISSN 的格式应为 1000-0000。");

    public static readonly Rule CnIsWellFormed = new("r1_a_cn_is_well_formed", "A CN has the form CN 11-1234/G4.", "国内统一刊号的格式应为 CN 11-1234/G4。");

    public static readonly Rule DoiIsWellFormed = new("r1_a_doi_is_well_formed", "A DOI has the form 10.1000/182.", "DOI 的格式应为 10.1000/182。");

    public static readonly Rule LanguageIsATag = new("r1_a_language_is_a_tag", "A language is a tag, such as zh-CN or en.", "语种应为语言标签，如 zh-CN、en。");

    public static readonly Rule CslTypeIsAWord = new("r1_a_csl_type_is_a_word", "A type is a word of CSL-JSON, such as article-journal.", "文献类型应为 CSL-JSON 的类型名，如 article-journal。");

    public static readonly Rule ExtraIsAnObject = new("r1_extra_is_an_object", "What a record has more is a JSON object.", "其他著录项应为 JSON 对象。");

    public static readonly Rule KeywordIsGivenOnce = new("r1_a_keyword_is_given_once", "A keyword is given twice.", "关键词重复。");

    public static readonly Rule OwnPaper = new("r1_an_author_records_the_own_papers",
        "Teachers record papers of which they are an author; the research office records those of the school.", "教师登记本人为作者的论文，教科室登记本校的论文。");

    public static readonly Rule OfTheSchool = new("r1_an_author_is_of_the_school",
        "None of the authors is, or was, a teacher of the school.", "作者中没有本校（含曾在本校任职）的教师。");

    public static readonly Rule NominatedStays = new("r3_a_nominated_paper_stays",
        "An award or a nomination names this paper, so it stays.", "该论文已被推荐或获奖，不能删除。");

    public static readonly Rule NominatedIsChangedByTheOffice = new("r3_a_nominated_paper_is_changed_by_the_office",
        "An award or a nomination names this paper: the research office changes it.", "该论文已被推荐或获奖，由教科室更改。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        OneADoi, OneATitleAndFirstAuthor, TitleHasLetters, HasAnAuthor, AuthorHasAName, TeacherIsNamedOnce, ExternalIdNamesItsScheme, IssnIsWellFormed, CnIsWellFormed,
        DoiIsWellFormed, LanguageIsATag, CslTypeIsAWord, ExtraIsAnObject, KeywordIsGivenOnce, OwnPaper, OfTheSchool, NominatedStays, NominatedIsChangedByTheOffice,
    ];
}
