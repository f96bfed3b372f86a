using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Awards;

/// <summary>
/// The selection of excellent homeroom teachers of last spring (rule W3), finished in each school: nominated, checked, voted on, put under
/// public notice, granted or rejected.
/// </summary>
internal static class AwardData
{
    private static readonly DateOnly Nominated = new(2026, 6, 15), Voted = new(2026, 6, 24), NoticeFrom = new(2026, 6, 25), NoticeUntil = new(2026, 7, 4);

    // The votes are cast while the round votes.
    private const string NoticeSql = """
        insert into homeroom.award_state_change (district_id, award_round_id, from_state, to_state, changed_by, changed_at)
        select district_id, award_round_id, 'voting', 'notice', '政教处', (notice_starts_on + time '09:00') at time zone 'Asia/Shanghai'
        from homeroom.award_round where award_round_id = any ($1)
        """;

    private const string CloseSql = """
        insert into homeroom.award_state_change (district_id, award_round_id, from_state, to_state, changed_by, changed_at)
        select district_id, award_round_id, 'notice', 'closed', '政教处', (notice_ends_on + 2 + time '16:00') at time zone 'Asia/Shanghai'
        from homeroom.award_round where award_round_id = any ($1)
        """;

    public static void Add(SeedSchool school, RewardData rewards)
    {
        var chance = school.ChanceFor("awards");
        var semester = school.District.Calendar.SemesterOn(Nominated);
        var heads = school.ClassesOf(school.District.Calendar.Last).Select(c => c.TeacherOn(Nominated)).OfType<SeedTeacher>().Distinct().ToList();
        var places = Math.Max(1, heads.Count / 4);
        var rows = school.District.Rows;
        var round = rows.Add(new AwardRound
        {
            DistrictId = school.District.Id,
            AwardRoundId = rows.IdOf<AwardRound>(),
            SchoolId = school.Id,
            Kind = AwardKind.ExcellentHomeroomTeacher,
            Level = AwardLevel.School,
            SchoolYearId = semester.SchoolYearId,
            SemesterId = semester.SemesterId,
            Name = $"{school.District.Calendar.Last.Name}{semester.Name}优秀班主任评选",
            State = AwardRoundState.Voting,
            Places = places,
            NoticeStartsOn = NoticeFrom,
            NoticeEndsOn = NoticeUntil,
        });
        var nominees = chance.Some(heads, places + 1);
        var committee = AddCommittee(school, round, nominees);
        foreach (var nominee in nominees)
        {
            var nomination = Decide(school, round, nominee, isGranted: nominee != nominees[^1] || nominees.Count == 1, committee, rewards, chance);
            if (nominee == nominees[0])
                ObjectionData.Add(school, nomination, NoticeFrom.AddDays(2));
        }

        rows.Then(0, NoticeSql, [round.AwardRoundId]);
        rows.Then(0, CloseSql, [round.AwardRoundId]);
    }

    private static List<SeedTeacher> AddCommittee(SeedSchool school, AwardRound round, List<SeedTeacher> nominees)
    {
        var committee = school.OfficeHeads.Values.Except(nominees).Distinct().Take(5).ToList();
        foreach (var teacher in committee)
        {
            school.District.Rows.Add(new AwardCommitteeMember
            {
                DistrictId = school.District.Id,
                AwardCommitteeMemberId = school.District.Rows.IdOf<AwardCommitteeMember>(),
                AwardRoundId = round.AwardRoundId,
                TeacherId = teacher.Id,
                Name = teacher.Name,
                Post = teacher == committee[0] ? AwardCommitteePost.Chair : AwardCommitteePost.Member,
            });
        }

        return committee;
    }

    private static AwardNomination Decide(
        SeedSchool school, AwardRound round, SeedTeacher nominee, bool isGranted, List<SeedTeacher> committee, RewardData rewards, Chance chance)
    {
        var rows = school.District.Rows;
        var nomination = rows.Add(new AwardNomination
        {
            DistrictId = school.District.Id,
            AwardNominationId = rows.IdOf<AwardNomination>(),
            AwardRoundId = round.AwardRoundId,
            SchoolId = school.Id,
            Kind = round.Kind,
            TeacherId = nominee.Id,
            Name = nominee.Name,
            Grade = AwardGrade.None,
            Statement = chance.Of(["班级常规扎实，学生进步明显，家长满意度高。", "关心每一名学生，主题班会有特色，班级多次获评优胜班级。", "家校沟通细致，转化后进生成效突出。"]),
            NominatedBy = school.NameOfHead(OfficeNames.MoralEducation),
            NominatedOn = Nominated,
            State = isGranted ? AwardNominationState.Granted : AwardNominationState.Rejected,
            DecidedOn = isGranted ? NoticeUntil.AddDays(2) : Voted,
            Decision = isGranted ? null : "得票未过半数",
        });
        AddConditions(school, nomination, nominee);
        foreach (var voter in committee)
        {
            rows.Add(new AwardVote
            {
                DistrictId = school.District.Id,
                AwardVoteId = rows.IdOf<AwardVote>(),
                AwardRoundId = round.AwardRoundId,
                AwardNominationId = nomination.AwardNominationId,
                SchoolId = school.Id,
                TeacherId = voter.Id,
                Value = isGranted == (voter != committee[^1]) ? AwardVoteValue.Approve : isGranted ? AwardVoteValue.Abstain : AwardVoteValue.Reject,
                CastOn = Voted,
            });
        }

        if (isGranted)
            Grant(school, nomination, nominee, rewards);
        return nomination;
    }

    private static void AddConditions(SeedSchool school, AwardNomination nomination, SeedTeacher nominee)
    {
        short position = 0;
        Meet("E8", "ethics_veto", "无师德一票否决", "无", "无");
        Meet("T5", "certificate", "持有效培训合格证", "有", "有");
        Meet("A1", "homeroom_post", "本学期担任班主任", "是", "是");
        Meet("O5", "service_years", "班主任工作年限（年）", $"{nominee.ServiceMonthsOn(Nominated) / 12}", "1");

        void Meet(string rule, string code, string condition, string value, string required) => school.District.Rows.Add(new AwardCondition
        {
            DistrictId = school.District.Id,
            AwardConditionId = school.District.Rows.IdOf<AwardCondition>(),
            AwardNominationId = nomination.AwardNominationId,
            SchoolId = school.Id,
            CheckedOn = Nominated.AddDays(3),
            Position = ++position,
            Code = code,
            Rule = rule,
            Condition = condition,
            Value = value,
            Required = required,
            IsMet = true,
        });
    }

    private static void Grant(SeedSchool school, AwardNomination nomination, SeedTeacher teacher, RewardData rewards)
    {
        var award = school.District.Rows.Add(
            new Award
            {
                DistrictId = school.District.Id,
                AwardId = school.District.Rows.IdOf<Award>(),
                SchoolId = school.Id,
                Source = AwardSource.Granted,
                AwardNominationId = nomination.AwardNominationId,
                TeacherId = teacher.Id,
                Name = teacher.Name,
                Kind = nomination.Kind,
                Level = AwardLevel.School,
                Grade = AwardGrade.None,
                Title = "优秀班主任",
                Number = $"{school.Row.Code[^4..]}YB2026{nomination.AwardNominationId:00000}",
                Issuer = school.Row.Name,
                GrantedOn = NoticeUntil.AddDays(2),
            },
            phase: 1);
        rewards.Enter(award, teacher);
    }
}
