using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Organisation;

[Trait("Rule", "O5")]
public sealed class StrokeOrderTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    // By the number of strokes: 2, 3, 4, 6, 7, 8, 12, 13. Of as many, by their order: 王 (一一) before 方 (丶), 刘 (丶) after 任 (丿) after 成 (一).
    private static readonly string[] Names = ["丁一", "于海", "王丽", "王丽华", "王明", "方圆", "成龙", "任强", "刘芳", "李娜", "陈静", "周涛", "单雄信", "曾国藩", "解缙"];

    [Fact]
    public async Task Names_stand_by_strokes()
    {
        var district = await SmallDistrict.CreateAsync(test.Database.Writer);
        await test.Database.Writer.ExecuteAsync("delete from homeroom.teacher where district_id = $1", district.Id);
        await test.Database.Writer.ExecuteAsync(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) select $1, md5(n), n, '' from unnest($2::text[]) n order by md5(n)",
            district.Id, Names);
        const string sorted = "select name from homeroom.teacher where district_id = $1 order by stroke_order, teacher_id";
        var expected = new[] { "丁一", "于海", "王丽", "王丽华", "王明", "方圆", "成龙", "任强", "刘芳", "李娜", "陈静", "周涛", "单雄信", "曾国藩", "解缙" };
        Assert.Equal(expected, await test.Database.Owner.ColumnAsync<string>(sorted, district.Id));

        await test.Database.Writer.ExecuteAsync("update homeroom.teacher set name = '解放' where district_id = $1 and name = '丁一'", district.Id);
        Assert.Equal("解放", (await test.Database.Owner.ColumnAsync<string>(sorted, district.Id))[^2]);
    }
}
