"""What somebody is reported to have said or to think, as claims whose words an editor writes."""
