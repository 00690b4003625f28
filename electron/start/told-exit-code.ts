/** How the shell tells whoever started it that it could not start and has shown why. */
export const toldExitCode = 3;
