namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>Stage of a school (学段): rule O1.</summary>
public enum SchoolStage { Primary, Junior, Senior, NineYear, Complete }

public enum SchoolStatus { Active, Closed }

public enum Gender { Male, Female }

public enum TeacherStatus { Active, OnLeave, Retired, Left }

/// <summary>Professional title (职称): rule O5.</summary>
public enum TeacherTitle { Third, Second, First, Senior, FullSenior }

/// <summary>Post at a class (班主任、代理班主任、副班主任): rule A1.</summary>
public enum AppointmentKind { Homeroom, Acting, Deputy }

public enum AppointmentState { Active, Void }

/// <summary>Why an appointment ended: rule A5.</summary>
public enum AppointmentEndReason { TermEnd, Transfer, Promotion, Resignation, Dismissal }
