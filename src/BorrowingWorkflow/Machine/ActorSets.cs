namespace BorrowingWorkflow.Machine;

/// <summary>The sets of actors that the table uses, by the names it uses.</summary>
internal static class ActorSets
{
    public const Actors ByPatron = Actors.Patron;
    public const Actors ByStaff = Actors.Staff;
    public const Actors ByPartner = Actors.Partner;
    public const Actors BySystem = Actors.System;
    public const Actors ByPatronOrStaff = Actors.Patron | Actors.Staff;
    public const Actors ByStaffOrPartner = Actors.Staff | Actors.Partner;
    public const Actors ByStaffOrSystem = Actors.Staff | Actors.System;
    public const Actors ByStaffPartnerOrSystem = Actors.Staff | Actors.Partner | Actors.System;
}
