// Pilots
