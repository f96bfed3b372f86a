using HomeroomGraph.Data;
using HomeroomGraph.Data.Appointments;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

internal static class TeachersOfSchool
{
    public static async Task<object> GetAsync(IDbContextFactory<HomeroomDbContext> contexts, int district, long school, DateOnly on)
    {
        var loaders = new Loaders(contexts, district);
        var schools = loaders.SchoolsAsync([school]);
        var teachers = await loaders.ListAsync(context => context.Teachers
            .Where(t => t.DistrictId == district && t.Employments.Any(e => e.SchoolId == school && e.StartsOn <= on && (e.EndsOn == null || on < e.EndsOn)))
            .OrderBy(t => t.Pinyin).ThenBy(t => t.TeacherId).Take(20)
            .Select(t => new { t.TeacherId, t.Name, t.StaffNumber }));

        var ids = teachers.Select(t => t.TeacherId).ToArray();
        var (appointments, authorships, mentors) = (AppointmentsAsync(loaders, district, ids, on), AuthorshipsAsync(loaders, district, ids), MentorsAsync(loaders, district, ids, on));
        var (appointmentsOf, authorshipsOf, mentorOf) = (await appointments, await authorships, await mentors);
        var found = (await schools)[school];
        return new
        {
            school = new
            {
                found.Name,
                found.Code,
                teachers = new Nodes<object>(teachers.Select(t => new
                {
                    t.Name,
                    t.StaffNumber,
                    appointments = new Nodes<object>(appointmentsOf[t.TeacherId].Take(1)),
                    authorships = new Nodes<object>(authorshipsOf[t.TeacherId].Take(5)),
                    mentorshipsAsMentee = new Nodes<object>(mentorOf[t.TeacherId].Take(1)),
                })),
            },
        };
    }

    private static async Task<ILookup<long, object>> AppointmentsAsync(Loaders loaders, int district, long[] teachers, DateOnly on)
    {
        var found = await loaders.ListAsync(context => context.Appointments
            .Where(a => a.DistrictId == district && teachers.Contains(a.TeacherId) && a.State == AppointmentState.Active
                && (a.Kind == AppointmentKind.Homeroom || a.Kind == AppointmentKind.Acting)
                && a.StartsOn <= on && (a.EndsOn == null || on < a.EndsOn))
            .OrderBy(a => a.StartsOn).ThenBy(a => a.AppointmentId)
            .Select(a => new { a.TeacherId, a.Kind, a.ClassId }));
        var classes = await loaders.ClassNamesAsync(found.Select(a => a.ClassId));
        return found.ToLookup(a => a.TeacherId, a => (object)new { kind = EfCoreHost.NameOf(a.Kind), @class = new NameOnly(classes[a.ClassId]) });
    }

    private static async Task<ILookup<long, object>> AuthorshipsAsync(Loaders loaders, int district, long[] teachers)
    {
        var found = await loaders.ListAsync(context => context.PaperAuthors
            .Where(a => a.DistrictId == district && teachers.Contains(a.TeacherId!.Value))
            .OrderBy(a => a.Position).ThenBy(a => a.PaperAuthorId)
            .Select(a => new { a.TeacherId, a.Position, a.PaperId }));
        var papers = await loaders.PaperTitlesAsync(found.Select(a => a.PaperId));
        return found.ToLookup(a => a.TeacherId!.Value, a => (object)new { a.Position, paper = papers[a.PaperId] });
    }

    private static async Task<ILookup<long, object>> MentorsAsync(Loaders loaders, int district, long[] teachers, DateOnly on)
    {
        var found = await loaders.ListAsync(context => context.Mentorships
            .Where(m => m.DistrictId == district && teachers.Contains(m.MenteeId) && m.StartsOn <= on && (m.EndedOn == null || on < m.EndedOn))
            .OrderByDescending(m => m.StartsOn).ThenByDescending(m => m.MentorshipId)
            .Select(m => new { m.MenteeId, m.MentorId }));
        var mentors = await loaders.TeachersAsync(found.Select(m => m.MentorId));
        return found.ToLookup(m => m.MenteeId, m => (object)new { mentor = mentors[m.MentorId] });
    }
}
