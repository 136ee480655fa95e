// UNTP
