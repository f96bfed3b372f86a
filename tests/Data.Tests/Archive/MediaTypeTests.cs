using System.Text;
using HomeroomGraph.Data.Archive.MediaTypes;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Archive;

/// <summary>A content is what its media type says, and nothing in it runs (rule V2).</summary>
public sealed class MediaTypeTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Good { get; } = new()
    {
        { "application/pdf", SampleFiles.Pdf("课题") },
        { "image/png", SampleFiles.Png },
        { "image/jpeg", SampleFiles.Jpeg },
        { "image/gif", SampleFiles.Gif },
        { "image/webp", SampleFiles.Riff("WEBP") },
        { "audio/wav", SampleFiles.Riff("WAVE") },
        { "audio/mpeg", SampleFiles.Mp3 },
        { "audio/mpeg", SampleFiles.Mp3WithTag },
        { "audio/mp4", SampleFiles.Mp4("M4A ") },
        { "video/mp4", SampleFiles.Mp4() },
        { Word, SampleFiles.Docx() },
        { Excel, SampleFiles.Xlsx() },
        { PowerPoint, SampleFiles.Pptx() },
        { "application/ofd", SampleFiles.Ofd },
        { "application/msword", SampleFiles.CompoundFile(1, "WordDocument") },
        { "application/msword", SampleFiles.CompoundFile(14_200, "WordDocument") },
        { "application/vnd.ms-excel", SampleFiles.CompoundFile(1, "Workbook") },
        { "application/vnd.ms-powerpoint", SampleFiles.CompoundFile(1, "PowerPoint Document") },
        { "text/plain", "问卷<script>"u8.ToArray() },
        { "text/plain", Gb18030.GetBytes(string.Concat(Enumerable.Repeat("家校沟通𠮷", 20_000))) },
        { "text/csv", "﻿序号,姓名\n1,张三\n"u8.ToArray() },
    };

    public static TheoryData<string, byte[]> OfOtherType { get; } = new()
    {
        { "application/pdf", "<html>%PDF-1.7"u8.ToArray() },
        { "application/pdf", SampleFiles.Png },
        { "application/pdf", "%PD"u8.ToArray() },
        { "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "image/jpeg", "MZ\u0090\0"u8.ToArray() },
        { "image/gif", "GIF88a"u8.ToArray() },
        { "image/webp", SampleFiles.Riff("WAVE") },
        { "audio/wav", SampleFiles.Riff("WEBP") },
        { "audio/mpeg", [0xFF, 0xFF, 0xFF, 0xFF] },
        { "audio/mpeg", "<html>"u8.ToArray() },
        { "video/mp4", SampleFiles.Mp4("heic") },
        { "video/mp4", SampleFiles.Mp4("qt  ") },
        { Word, SampleFiles.Xlsx() },
        { Excel, SampleFiles.Docx() },
        { PowerPoint, SampleFiles.Docx() },
        { Word, SampleFiles.Zip(("word/document.xml", "<w/>")) },
        { Word, SampleFiles.Zip(SampleFiles.Types("/word/document.xml", "wordprocessingml.document.main+xml")) },
        { Word, SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE t [<!ENTITY a 'b'>]><t>&a;</t>"), ("word/document.xml", "<w/>")) },
        { Word, [.. "MZ"u8, .. SampleFiles.Docx()] },
        { Word, SampleFiles.Docx()[..^30] },
        { Word, SampleFiles.Ofd },
        { "application/ofd", SampleFiles.Zip(("OFD.xml", "<html/>")) },
        { "application/msword", SampleFiles.CompoundFile(1, "Workbook") },
        { "application/msword", SampleFiles.CompoundFile(1, "!_StringPool") }, // An installer (.msi).
        { "application/msword", SampleFiles.CompoundFile(1, "WordDocument")[..600] },
        { "application/msword", SampleFiles.Docx() },
        { "text/plain", "a\0b"u8.ToArray() },
        { "text/plain", Encoding.Unicode.GetBytes("文本1") },
        { "text/plain", [0x61, 0xFF, 0xFF] },
        { "text/csv", SampleFiles.Xlsx() },
    };

    public static TheoryData<string, byte[]> Running { get; } = new()
    {
        { Word, SampleFiles.Docx(("word/vbaProject.bin", "x")) },
        { Word, SampleFiles.Zip(SampleFiles.Types("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "<w/>")) },
        { Excel, SampleFiles.Xlsx(("xl/VBAPROJECT.BIN", "x")) },
        { "application/msword", SampleFiles.CompoundFile(1, "WordDocument", "VBA") },
        { "application/vnd.ms-excel", SampleFiles.CompoundFile(1, "Workbook", "_VBA_PROJECT") },
        { "text/plain", "#!/bin/sh\nrm -r /\n"u8.ToArray() },
    };

    [Theory]
    [Trait("Rule", "V2")]
    [MemberData(nameof(Good))]
    public void A_content_of_its_type_is_taken(string mediaType, byte[] content) => Assert.Null(Test(mediaType, content));

    [Theory]
    [Trait("Rule", "V2")]
    [MemberData(nameof(OfOtherType))]
    public void A_content_of_another_type_is_found_out(string mediaType, byte[] content) => Assert.Equal(ContentFault.OfOtherType, Test(mediaType, content));

    [Theory]
    [Trait("Rule", "V2")]
    [MemberData(nameof(Running))]
    public void What_runs_is_found_out(string mediaType, byte[] content) => Assert.Equal(ContentFault.Runs, Test(mediaType, content));

    [Fact]
    [Trait("Rule", "V2")]
    public void Whatever_the_bytes_are_the_question_is_answered()
    {
        var chance = new Random(20261130);
        foreach (var type in MediaType.All)
        {
            foreach (var good in Good.Where(sample => sample.Data.Item1 == type.Name).Select(sample => sample.Data.Item2).Where(bytes => bytes.Length < 100_000))
            {
                for (int round = 0; round < 200; round++)
                {
                    var bytes = good.ToArray();
                    for (int change = chance.Next(1, 6); change > 0; change--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
                    Test(type.Name, bytes[..chance.Next(1, bytes.Length + 1)]);
                }
            }
        }
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("application/zip")]
    [InlineData("application/x-msdownload")]
    [InlineData("application/javascript")]
    public void Browsers_programs_and_archives_have_no_type(string mediaType) => Assert.Null(MediaType.Find(mediaType));

    private static ContentFault? Test(string mediaType, byte[] content) => MediaType.Find(mediaType)!.Test(new MemoryStream(content));
}
