using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Tests.Organisation;

[Trait("Rule", "O5")]
public sealed class PinyinTests
{
    [Theory]
    [InlineData("张伟", "zhang wei")]
    [InlineData("单伟", "shan wei")]
    [InlineData("曾丽", "zeng li")]
    [InlineData("查明", "zha ming")]
    [InlineData("解静", "xie jing")]
    [InlineData("仇英", "qiu ying")]
    [InlineData("任强", "ren qiang")]
    [InlineData("华罗庚", "hua luo geng")]
    [InlineData("盖叫天", "ge jiao tian")]
    [InlineData("朴树", "piao shu")]
    [InlineData("种师道", "chong shi dao")]
    [InlineData("区寄", "ou ji")]
    [InlineData("吕布", "lv bu")]
    [InlineData("尉迟恭", "yu chi gong")]
    [InlineData("长孙无忌", "zhang sun wu ji")]
    [InlineData("欧阳修", "ou yang xiu")]
    [InlineData("万俟卨", "mo qi xie")]
    [InlineData("买买提·艾力", "mai mai ti ai li")]
    [InlineData(" 李 娜 ", "li na")]
    public void A_surname_is_read_as_a_surname(string name, string reading) => Assert.Equal(reading, Pinyin.OfName(name));

    [Theory]
    [InlineData("解放路小学", "jie fang lu xiao xue")]
    [InlineData("重庆路小学", "chong qing lu xiao xue")]
    [InlineData("单县第一中学", "shan xian di yi zhong xue")]
    [InlineData("薛城区实验小学（B校区）", "xue cheng qu shi yan xiao xue b xiao qu")]
    [InlineData("", "")]
    public void Other_names_are_read_as_words(string text, string reading) => Assert.Equal(reading, Pinyin.OfText(text));
}
