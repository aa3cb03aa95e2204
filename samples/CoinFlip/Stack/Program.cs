using Cdk;
using CoinFlip;

return SkillApp.Synthesize(CoinFlipSkill.Definition);
